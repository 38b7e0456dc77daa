/** What the page of a run adds to the style that all our pages share. */
export const EVAL_STYLE = `
:root{--fail:#b3261e;--fail-card:#fdecea;--good:#0f6b6b;--band:#d9e6d3}
@media (prefers-color-scheme:dark){:root{--fail:#ff8a80;--fail-card:#3a1f1d;--good:#4fbdb2;--band:#2f4030}}
main,header,footer{max-width:1240px}
.headline{grid-template-columns:repeat(auto-fit,minmax(150px,1fr))}
.verdict{font-size:1.05rem;font-weight:600}
.verdict.bad{color:var(--fail)}.verdict.good{color:var(--good)}
.mark{display:inline-block;min-width:46px;padding:1px 7px;border-radius:6px;font-size:.75rem;font-weight:650;text-align:center;background:var(--track);color:var(--muted)}
.mark.fail,.mark.worse{background:var(--fail-card);color:var(--fail)}
.mark.pass,.mark.aim{color:var(--good)}
.mark.warn{background:var(--warn-card);color:var(--warn)}
.gates th[scope=row]{min-width:190px}
.gates td:nth-child(3){min-width:150px}
.gates .n{white-space:nowrap}
.group th{padding-top:18px;color:var(--muted);font-size:.82rem;font-weight:600}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,360px),1fr));gap:26px 36px}
.charts h3{margin:0 0 2px;display:flex;gap:8px;align-items:baseline;justify-content:space-between}
.charts p{margin:0 0 8px;color:var(--muted);font-size:.82rem}
.strip{display:grid;grid-template-columns:auto 1fr;gap:0 10px}
.strip .rows{padding-top:4px;color:var(--muted);font-size:.75rem}
.strip .rows span{display:block;height:22px;line-height:22px;white-space:nowrap}
.profile{display:grid;grid-template-columns:minmax(150px,240px) 1fr 64px;gap:4px 14px;align-items:center;font-size:.86rem}
.profile .n{text-align:right;font-variant-numeric:tabular-nums}
.profile svg{background:var(--track);border-radius:4px;overflow:visible}
.strip svg{overflow:visible}
.band{fill:var(--band)}
.must{stroke:var(--ink);stroke-width:1.5}.aim{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:3 3}
.passes{fill:var(--accent);fill-opacity:.65}.plain{fill:var(--plan);fill-opacity:.7}.fails{fill:var(--fail);fill-opacity:.75}
.key i.dot{width:9px;height:9px;border-radius:50%}.key i.square{width:9px;height:9px;border-radius:0;background:var(--fail)}
.key i.area{background:var(--band)}.key i.must{width:0;height:13px;border-radius:0;border-left:2px solid var(--ink);background:none;vertical-align:-2px}
.key i.aims{width:0;height:13px;border-radius:0;border-left:2px dashed var(--ink);background:none;vertical-align:-2px}
.mono code{white-space:nowrap}
.heat td.own{outline:2px solid var(--accent);outline-offset:-2px}
.heat caption{padding-bottom:8px}
.findings li{margin:0 0 6px;overflow-wrap:anywhere}
.findings q{color:var(--ink)}
`.trim();
