/** The style sheet of every page we write: light or dark as the reader's system is, from 320 px up. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--page:#f6f6f3;--card:#fff;--ink:#1c2126;--muted:#56606b;--line:#dfe2e6;--track:#eceef0;--accent:#0f6b6b;--plan:#7b8793;--heat:#57b3a6;--warn:#8a5300;--warn-card:#fff5e0;--warn-line:#e0a83f}
@media (prefers-color-scheme:dark){:root{--page:#121518;--card:#1b1f24;--ink:#e7eaed;--muted:#a6afb9;--line:#2f353c;--track:#2a3036;--accent:#4fbdb2;--plan:#8d98a4;--heat:#1d7a70;--warn:#f0c067;--warn-card:#2b2415;--warn-line:#8d6a24}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 20px}
header{padding-top:40px}
h1{font-size:clamp(1.7rem,1.2rem + 2vw,2.4rem);line-height:1.15;letter-spacing:-.015em;margin:0 0 8px;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.25;margin:0 0 4px}
h3{font-size:1rem;margin:0 0 10px}
p{margin:0 0 12px;max-width:72ch}
.kicker{margin:0 0 6px;color:var(--muted);font-size:.85rem}
.muted,.sub{color:var(--muted)}
.sub{margin-bottom:18px;font-size:.93rem}
a{color:var(--accent)}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;margin:20px 0 0;font-size:.92rem}
nav a{padding:4px 0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.87em}
code{overflow-wrap:anywhere}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:24px;margin:20px 0;scroll-margin-top:12px}
.headline{margin:24px 0 20px;border:1px solid var(--line);border-radius:12px;display:grid;grid-template-columns:repeat(4,1fr);gap:1px;padding:0;background:var(--line);overflow:hidden}
.headline div{background:var(--card);padding:16px 18px}
.headline dt{color:var(--muted);font-size:.82rem}
.headline dd{margin:0}
.headline .figure{font-size:1.4rem;font-weight:650;line-height:1.25;letter-spacing:-.01em;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.headline .note{color:var(--muted);font-size:.82rem}
.warning{background:var(--warn-card);border-color:var(--warn-line)}
.warning h2{color:var(--warn);font-size:1.05rem}
.warning p:last-child{margin:0}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,360px),1fr));gap:28px 40px;align-items:start}
.pair+.pair,.spaced{margin-top:28px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,440px),1fr));gap:28px 40px;align-items:start}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:18px 22px;margin:0 0 24px}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:.85rem;padding-bottom:6px}
th,td{text-align:left;padding:6px 10px 6px 0;border-bottom:1px solid var(--line);vertical-align:middle;font-weight:400}
thead th{color:var(--muted);font-size:.82rem;white-space:nowrap}
tr>:last-child{padding-right:0}
tbody tr:last-child>*{border-bottom:0}
.n{text-align:right;white-space:nowrap}
.bars th{overflow-wrap:anywhere}
.bars td.draw{width:38%;min-width:70px;padding-right:14px}
svg{display:block;max-width:100%}
.track{fill:var(--track)}.fill,.histogram rect{fill:var(--accent)}.planned{fill:var(--plan)}
svg text{fill:var(--ink);font-size:14px}
svg .count{font-variant-numeric:tabular-nums;fill:var(--muted)}
.mean{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:3 2;vector-effect:non-scaling-stroke}
.key{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 12px;font-size:.85rem;color:var(--muted)}
.key i{display:inline-block;width:18px;height:10px;border-radius:3px;margin-right:6px;background:var(--accent)}
.key i.plan{height:5px;vertical-align:2px;background:var(--plan)}
.key i.line{width:0;height:12px;border-radius:0;border-left:2px dashed var(--ink);background:none;vertical-align:-2px}
figure{margin:0}
figcaption{font-size:.9rem;margin-bottom:6px}
figcaption span{color:var(--muted);font-size:.82rem}
.axis{display:flex;justify-content:space-between;border-top:1px solid var(--plan);color:var(--muted);font-size:.75rem;font-variant-numeric:tabular-nums;padding-top:2px}
.heat th,.heat td{padding:5px 8px}
.heat td{text-align:center;border:2px solid var(--card);border-radius:6px;background:color-mix(in oklab,var(--heat) calc(var(--part)*100%),var(--track));min-width:54px}
.heat thead th:not(:first-child){text-align:center;padding:4px}
.heat tbody th{padding-left:0;border-bottom:0;min-width:44px}
.heat tbody th span{color:var(--muted);font-size:.85rem;margin-left:6px}
details{border-top:1px solid var(--line);padding:12px 0}
details:last-child{padding-bottom:0}
summary{cursor:pointer;font-weight:600}
summary:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
summary span{font-weight:400;color:var(--muted)}
blockquote{margin:14px 0 0;padding:2px 0 2px 16px;border-left:3px solid var(--accent);max-width:76ch}
blockquote p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
blockquote cite{font-style:normal;color:var(--muted);font-size:.85rem}
.cells{display:grid;grid-template-columns:repeat(auto-fill,minmax(132px,1fr));gap:8px 16px;margin:14px 0 0;font-size:.9rem}
.cells dt{color:var(--muted);font-size:.78rem;overflow-wrap:anywhere}
.cells dd{margin:0;overflow-wrap:anywhere}
.cells.short{grid-template-columns:repeat(auto-fill,minmax(52px,1fr))}
pre{overflow:auto;max-height:420px;background:var(--page);border:1px solid var(--line);border-radius:8px;padding:14px;margin:12px 0 0}
footer{color:var(--muted);font-size:.85rem;padding-bottom:48px}
@media (max-width:640px){main,header,footer{padding:0 14px}header{padding-top:26px}section{padding:18px 16px}.headline{padding:0;grid-template-columns:1fr 1fr}.headline div{padding:12px 14px}.headline .figure{font-size:1.3rem}.heat tbody th span{display:none}.heat td{min-width:46px;padding:5px 3px}.heat thead th{font-size:.72rem}.bars td.draw{width:30%}.wide{display:none}}
@media print{body{background:#fff}section{break-inside:avoid}nav{display:none}}
`.trim();
