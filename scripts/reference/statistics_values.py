"""Writes test/statistics/reference.json: what scikit-learn, SciPy and krippendorff give for the inputs beside them.

    pip install scikit-learn==1.9.1 scipy==1.17.1 krippendorff==0.9.0
    python scripts/reference/statistics_values.py > test/statistics/reference.json
"""

import json

import krippendorff
import numpy as np
from scipy.stats import pearsonr, spearmanr
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score,
    cohen_kappa_score,
    confusion_matrix,
    precision_recall_fscore_support,
    roc_auc_score,
)
from sklearn.naive_bayes import MultinomialNB

DOCUMENTS = [
    "the ward was short again and nobody slept",
    "short nights again and the ward was loud",
    "nobody slept and the phone was loud again",
    "the ward lost two nurses and nobody came",
    "my manager moved the date and we ate cake",
    "we ate cake and my manager was kind",
    "the date was moved and we went home early",
    "my team is kind and we went home early",
    "a quiet week and the usual two forms",
    "the usual forms and a quiet phone",
    "two quiet days and the usual coffee",
    "a week of forms and the usual loud phone",
]
LABELS = [0, 0, 0, 0, 2, 2, 2, 2, 1, 1, 1, 1]
UNREAD = ["the ward was quiet", "we ate the usual cake", "nobody was kind", "loud loud phone again", "unheard words only"]


def rounded(values):
    return np.round(np.asarray(values, dtype=float), 9).tolist()


def agreement():
    actual = [0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3]
    predicted = [0, 1, 0, 1, 1, 2, 0, 2, 3, 3, 3, 2, 0, 3]
    precision, recall, f1, support = precision_recall_fscore_support(actual, predicted)
    return {
        "actual": actual,
        "predicted": predicted,
        "confusion": confusion_matrix(actual, predicted).tolist(),
        "accuracy": accuracy_score(actual, predicted),
        "precision": rounded(precision),
        "recall": rounded(recall),
        "f1": rounded(f1),
        "support": support.tolist(),
        "macroF1": float(np.mean(f1)),
        "kappa": cohen_kappa_score(actual, predicted),
        "quadraticKappa": cohen_kappa_score(actual, predicted, weights="quadratic"),
    }


def alpha():
    none = np.nan
    # Krippendorff (2011), the example with four observers, twelve units and missing values
    raters = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
        [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
    ]
    levels = ["nominal", "ordinal", "interval"]
    values = {level: krippendorff.alpha(raters, level_of_measurement=level) for level in levels}
    return {"raters": [[None if np.isnan(v) else v for v in row] for row in raters], **values}


def correlation():
    a = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    b = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8]
    return {"a": a, "b": b, "pearson": pearsonr(a, b).statistic, "spearman": spearmanr(a, b).statistic}


def curve():
    lower = [0.1, 0.4, 0.4, 0.8, -1]
    higher = [0.4, 0.9, 0.2, 2]
    truth = [0] * len(lower) + [1] * len(higher)
    return {"lower": lower, "higher": higher, "auc": roc_auc_score(truth, lower + higher)}


def tfidf():
    vectorizer = TfidfVectorizer(
        tokenizer=str.split, token_pattern=None, ngram_range=(1, 2), min_df=2, max_df=0.8
    )
    weights = vectorizer.fit_transform(DOCUMENTS)
    return {
        "terms": vectorizer.get_feature_names_out().tolist(),
        "idf": rounded(vectorizer.idf_),
        "weights": rounded(weights.toarray()),
        "unread": rounded(vectorizer.transform(UNREAD).toarray()),
    }


def logistic(labels, penalty):
    vectorizer = TfidfVectorizer(tokenizer=str.split, token_pattern=None, ngram_range=(1, 2))
    weights = vectorizer.fit_transform(DOCUMENTS)
    model = LogisticRegression(C=penalty, tol=1e-10, max_iter=10_000).fit(weights, labels)
    unread = vectorizer.transform(UNREAD)
    return {
        "labels": labels,
        "inversePenalty": penalty,
        "coefficients": rounded(model.coef_),
        "intercepts": rounded(model.intercept_),
        "probabilities": rounded(model.predict_proba(unread)),
        "predictions": model.predict(unread).tolist(),
    }


def naive_bayes():
    vectorizer = CountVectorizer(tokenizer=str.split, token_pattern=None)
    counts = vectorizer.fit_transform(DOCUMENTS[1:])
    model = MultinomialNB().fit(counts, LABELS[1:])
    unread = [*UNREAD, *DOCUMENTS]
    return {"unread": unread, "predictions": model.predict(vectorizer.transform(unread)).tolist()}


print(
    json.dumps(
        {
            "documents": DOCUMENTS,
            "labels": LABELS,
            "unread": UNREAD,
            "agreement": agreement(),
            "alpha": alpha(),
            "correlation": correlation(),
            "curve": curve(),
            "tfidf": tfidf(),
            "logistic": [logistic(LABELS, 1), logistic(LABELS, 20), logistic([int(label > 0) for label in LABELS], 3)],
            "naiveBayes": naive_bayes(),
        },
        indent=2,
    )
)
