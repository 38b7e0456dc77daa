"""Writes src/language/vader-lexicon.ts from the lexicons that vaderSentiment 3.3.2 ships.

    pip install vaderSentiment==3.3.2
    python scripts/reference/vader_lexicon.py > src/language/vader-lexicon.ts

Left out is what the rules of VADER can never look up: entries with a space or a capital (tokens hold no space and are
looked up in lower case) and emoji of more than one code point (they are replaced one code point at a time).
"""

from pathlib import Path

import vaderSentiment

FOLDER = Path(vaderSentiment.__file__).parent
HEADER = '''/**
 * The lexicon of VADER (Hutto and Gilbert 2014), as vaderSentiment 3.3.2 ships it, without the entries that its rules
 * can never look up. Written by scripts/reference/vader_lexicon.py.
 *
 * The MIT License (MIT). Copyright (c) 2016 C.J. Hutto
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
 * documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
 * rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
 * persons to whom the Software is furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
 * Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
 * WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
 * COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
 * OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
'''
WIDTH = 116


def read_pairs(name):
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield line.strip().split("\t")[0:2]


def print_text(name, comment, lines):
    text = "\n".join(lines)
    assert "`" not in text and "${" not in text
    tag = "String.raw" if "\\" in text else ""
    print(f"\n/** {comment} */\nexport const {name} = {tag}`\n{text}\n`;")


valences = {}
for token, valence in read_pairs("vader_lexicon.txt"):
    valences[token] = float(valence)
lexicon = {}
for token, valence in valences.items():
    if " " not in token and token == token.lower():
        lexicon.setdefault(valence, []).append(token)

lines = []
for valence in sorted(lexicon):
    line = f"{valence:g}"
    for token in sorted(lexicon[valence]):
        if len(line) + 1 + len(token) > WIDTH:
            lines.append(line)
            line = f"{valence:g}"
        line += " " + token
    lines.append(line)

print(HEADER, end="")
print_text("VADER_LEXICON", "Lines of a valence (-4 to 4) and the tokens that have it, in lower case.", lines)
emoji = [f"{sign} {words}" for sign, words in read_pairs("emoji_utf8_lexicon.txt") if len(sign) == 1]
print_text("VADER_EMOJI", "Lines of an emoji and the words that stand for it.", emoji)
