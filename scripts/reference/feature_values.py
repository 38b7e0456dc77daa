"""Writes test/fixtures/reference-features.json: 30 texts, each with its 16 reference features.

    pip install vaderSentiment==3.3.2
    python scripts/reference/feature_values.py > test/fixtures/reference-features.json
    npm run format

Tokens, sentences ("||" stands between them) and word classes were set by hand: N noun, V full verb, J adjective, R adverb,
O anything else (names, auxiliaries, pronouns, marks). The texts are such that taggers agree with the hand: what is fixed
here is the arithmetic, not how often a tagger is right ("She was kind." is a noun to both). A word is what
src/language/words.ts says, so "3.50" is two. All values follow from these, from the lists as the reference system
tables them, and from vaderSentiment; nothing here is shared with the program that is tested.
"""

import json
import re

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

LISTS = {
    "empathy_markers": """feel feeling feelings felt understand care caring help helped helping support concern worried
        compassionate empathize sympathy kind kindness comfort listen listened""",
    "problem_solving_language": """solve solved solution analyze think thought thinking figure figured plan planned planning
        strategy approach method idea ideas try tried attempt work fix fixed""",
    "perseverance_indicators": """try tried trying persist persisted continue continued keep kept again practice practiced
        determined effort work worked working challenge difficult hard struggle""",
    "social_processes": """we us our friend friends together team group share shared talk talked talking tell told people
        classmate partner everyone someone class""",
    "cognitive_processes": """think thought know knew understand understood realize realized consider wondered remember
        forgot learn learned believe believed notice noticed recognize""",
}

TEXTS = [
    ["My friend helped me.", "My/O friend/N helped/V me/O ./O"],
    ["My friend, who felt sad, left.", "My/O friend/N ,/O who/O felt/V sad/J ,/O left/V ./O"],
    ["I don't know the answer.", "I/O do/O n't/O know/V the/O answer/N ./O"],
    ["I can\u2019t fix it.", "I/O ca/O n't/O fix/V it/O ./O"],
    ["She was a kind person.", "She/O was/O a/O kind/J person/N ./O"],
    ["We talked. We tried again!", "We/O talked/V ./O || We/O tried/V again/R !/O"],
    ["He ran home, then he slept.", "He/O ran/V home/R ,/O then/R he/O slept/V ./O"],
    ["The old dog slept on the red chair.", "The/O old/J dog/N slept/V on/O the/O red/J chair/N ./O"],
    ["Do you understand me?", "Do/O you/O understand/V me/O ?/O"],
    ["I kept 3 apples and 12 pears.", "I/O kept/V 3/O apples/N and/O 12/O pears/N ./O"],
    ["She said, \"We need a plan.\"", "She/O said/V ,/O \"/O We/O need/V a/O plan/N ./O \"/O"],
    ["I am happy \U0001f600", "I/O am/O happy/J \U0001f600/O"],
    ["\U0001f600\U0001f600", "\U0001f600/O \U0001f600/O"],
    ["Stop", "Stop/V"],
    ["", ""],
    ["   \n ", ""],
    ["I LOVED the movie!", "I/O loved/V the/O movie/N !/O"],
    ["i was sad", "i/O was/O sad/J"],
    ["We walked\nWe talked", "We/O walked/V || We/O talked/V"],
    ["My teacher noticed the mistake quickly.", "My/O teacher/N noticed/V the/O mistake/N quickly/R ./O"],
    ["The team worked together.", "The/O team/N worked/V together/R ./O"],
    ["You should try again.", "You/O should/O try/V again/R ./O"],
    ["They're very happy.", "They/O 're/O very/R happy/J ./O"],
    ["The test was hard, but I finished it.", "The/O test/N was/O hard/J ,/O but/O I/O finished/V it/O ./O"],
    ["It cost 3.50 dollars.", "It/O cost/V 3.50/O dollars/N ./O"],
    ["I forgot my book again...", "I/O forgot/V my/O book/N again/R .../O"],
    ["Listen! Listen!", "Listen/V !/O || Listen/V !/O"],
    ["The constructor failed.", "The/O constructor/N failed/V ./O"],
    ["It was not a bad idea.", "It/O was/O not/O a/O bad/J idea/N ./O"],
    [
        "We lost the game and I felt terrible. My partner told me a joke.",
        "We/O lost/V the/O game/N and/O I/O felt/V terrible/J ./O || My/O partner/N told/V me/O a/O joke/N ./O",
    ],
]

analyzer = SentimentIntensityAnalyzer()


def clip(value, least, most):
    return min(most, max(least, value))


def syllables(word):
    groups = len(re.findall("[aeiouy]+", word))
    return max(1, groups - 1 if word.endswith("e") else groups)


def features(text, hand):
    plain = text.replace("\u2019", "'")
    sentences = [[pair.rsplit("/", 1) for pair in part.split()] for part in hand.split("||") if part.strip()]
    tokens = [pair for sentence in sentences for pair in sentence]
    words = re.findall("[a-z0-9]+(?:['-][a-z0-9]+)*", plain.lower())
    count = {tag: sum(1 for pair in tokens if pair[1] == tag) for tag in "NVJR"}
    scores = analyzer.polarity_scores(plain) if plain.strip() else {"pos": 0, "neg": 0}
    density = count["V"] / len(sentences) if sentences else 0
    marks = max(1, len(re.findall("[.!?]", plain)))
    row = {name: sum(word in entries.split() for word in words) / len(words) if words else 0 for name, entries in LISTS.items()}
    row["positive_sentiment"] = scores["pos"]
    row["negative_sentiment"] = scores["neg"]
    row["avg_sentence_length"] = len(tokens) / len(sentences) if sentences else 0
    row["syntactic_complexity"] = 2 + 2 * density / (density + 2) if words else 0
    row["word_count"] = len(tokens)
    row["unique_word_count"] = len({pair[0].lower() for pair in tokens if pair[0].isalpha()})
    row.update({f"{name}_count": count[tag] for name, tag in [("noun", "N"), ("verb", "V"), ("adj", "J"), ("adv", "R")]})
    row["readability_score"] = 50 if not words else clip(
        206.835 - 1.015 * len(words) / marks - 84.6 * sum(map(syllables, words)) / len(words), 0, 100
    )
    return {name: round(value, 4) for name, value in row.items()}


print("[")
print(",\n".join(json.dumps({"text": text, "features": features(text, hand)}, ensure_ascii=False) for text, hand in TEXTS))
print("]")
