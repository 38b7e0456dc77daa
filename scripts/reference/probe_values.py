"""Writes test/fixtures/probe/: three small files, and what scikit-learn gives for them on the folds that stand in them.

    pip install scikit-learn==1.9.1 pandas==3.1.1
    python scripts/reference/probe_values.py test/fixtures/probe

Linear models read standardised features (the scaler fitted on the training rows) or TF-IDF over words and pairs in at
least two texts. Trees read features as they are.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import (
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
    RandomForestClassifier,
    RandomForestRegressor,
)
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import (
    accuracy_score,
    brier_score_loss,
    f1_score,
    mean_absolute_error,
    mean_squared_error,
    r2_score,
    roc_auc_score,
)
from sklearn.model_selection import GroupKFold, KFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FOLDS = 4
BOOSTED = dict(max_iter=100, learning_rate=0.1, max_leaf_nodes=None, max_depth=5, min_samples_leaf=20, early_stopping=False)


def features(rng, rows):
    group = rng.integers(0, 12, rows)
    x = np.round(rng.normal(size=(rows, 5)) + 0.5 * rng.normal(size=12)[group][:, None], 3)
    x[:, 3] = rng.integers(1, 5, rows)
    frame = pd.DataFrame(x, columns=["alpha", "beta", "gamma", "likert", "noise"])
    frame.insert(0, "person", [f"p{g:02d}" for g in group])
    return frame, rng.normal(size=12)[group]


def numbers():
    rng = np.random.default_rng(11)
    frame, effect = features(rng, 240)
    signal = 2 * frame.alpha - frame.beta + np.sin(2 * frame.gamma) + 0.4 * frame.likert
    frame["outcome"] = np.round(signal + effect + rng.normal(size=240), 3)
    return frame


def classes():
    rng = np.random.default_rng(12)
    frame, effect = features(rng, 270)
    score = frame.alpha + frame.beta * (frame.gamma > 0) + 0.5 * effect + 0.7 * rng.normal(size=270)
    frame["outcome"] = np.where(score < -0.6, "low", np.where(score < 0.7, "middle", "high"))
    return frame


def texts():
    rng = np.random.default_rng(13)
    subjects = ["the ward", "my team", "our desk", "the lab", "the night crew"]
    good = ["laughed", "shared cake", "went home early", "got new chairs", "was thanked"]
    bad = ["was short again", "lost two people", "was shouted at", "skipped every break", "cried in the hall"]
    ends = ["on monday", "last week", "and nobody noticed", "as usual", "before the audit"]
    rows = []
    for _ in range(160):
        label = rng.random() < 0.45
        words = bad if (rng.random() < 0.8) == label else good
        rows.append((" ".join([rng.choice(subjects), rng.choice(words), rng.choice(ends)]), "bad" if label else "good"))
    return pd.DataFrame(rows, columns=["answer", "outcome"])


def folds_of(splits, rows):
    fold = np.zeros(rows, dtype=int)
    for i, (_, test) in enumerate(splits):
        fold[test] = i
    return fold


def calibration_error(truth, chances, bins=10):
    top = chances.max(axis=1)
    right = chances.argmax(axis=1) == truth
    place = np.minimum((top * bins).astype(int), bins - 1)
    return sum(abs(right[place == b].mean() - top[place == b].mean()) * (place == b).mean() for b in np.unique(place))


def score_numbers(truth, predicted):
    return {
        "r2": r2_score(truth, predicted),
        "mae": mean_absolute_error(truth, predicted),
        "rmse": mean_squared_error(truth, predicted) ** 0.5,
    }


def score_classes(truth, chances):
    several = chances.shape[1] > 2
    return {
        "macroF1": f1_score(truth, chances.argmax(axis=1), average="macro"),
        "accuracy": accuracy_score(truth, chances.argmax(axis=1)),
        "auc": roc_auc_score(truth, chances, multi_class="ovr") if several else roc_auc_score(truth, chances[:, 1]),
        "ece": calibration_error(truth, chances),
        "brier": brier_score_loss(truth, chances if several else chances[:, 1]),
    }


def fold_scores(make, x, y, fold, is_classes):
    scores = []
    for i in range(FOLDS):
        model = make().fit(x[fold != i], y[fold != i])
        truth = y[fold == i]
        rest = x[fold == i]
        scores.append(score_classes(truth, model.predict_proba(rest)) if is_classes else score_numbers(truth, model.predict(rest)))
    return {name: [round(float(score[name]), 9) for score in scores] for name in scores[0]}


def text_model(last):
    words = TfidfVectorizer(tokenizer=str.split, token_pattern=None, ngram_range=(1, 2), min_df=2)
    return lambda: make_pipeline(words, last())


def rounded(values):
    return np.round(np.asarray(values, dtype=float), 9).tolist()


def judge(frame, models, linear, x, y, is_classes):
    fold = folds_of(KFold(FOLDS, shuffle=True, random_state=1).split(x), len(y))
    out = {"folds": fold.tolist()}
    if "person" in frame:
        out["groupFolds"] = folds_of(GroupKFold(FOLDS).split(x, groups=frame.person), len(y)).tolist()
    fitted = models[linear]().fit(x, y)[-1]
    out["coefficients"] = rounded(np.atleast_2d(fitted.coef_))
    out["intercepts"] = rounded(np.atleast_1d(fitted.intercept_))
    for name, make in models.items():
        out[name] = {"shuffled": fold_scores(make, x, y, fold, is_classes)}
        if "groupFolds" in out:
            out[name]["grouped"] = fold_scores(make, x, y, np.array(out["groupFolds"]), is_classes)
    return out


def main(folder):
    logistic = lambda: LogisticRegression(C=1, tol=1e-8, max_iter=10_000)
    frames = {"numbers": numbers(), "classes": classes(), "texts": texts()}
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False)
    columns = ["alpha", "beta", "gamma", "likert", "noise"]
    codes = {name: np.unique(frame.outcome, return_inverse=True)[1] for name, frame in frames.items()}
    expected = {
        "numbers": judge(
            frames["numbers"],
            {
                "ridge": lambda: make_pipeline(StandardScaler(), Ridge(alpha=1)),
                "forest": lambda: RandomForestRegressor(300, max_features=2, random_state=1),
                "boosted": lambda: HistGradientBoostingRegressor(**BOOSTED),
            },
            "ridge",
            frames["numbers"][columns].to_numpy(),
            frames["numbers"].outcome.to_numpy(),
            False,
        ),
        "classes": judge(
            frames["classes"],
            {
                "logistic": lambda: make_pipeline(StandardScaler(), logistic()),
                "forest": lambda: RandomForestClassifier(300, max_features=2, random_state=1),
                "boosted": lambda: HistGradientBoostingClassifier(**BOOSTED),
            },
            "logistic",
            frames["classes"][columns].to_numpy(),
            codes["classes"],
            True,
        ),
        "texts": judge(
            frames["texts"], {"logistic": text_model(logistic)}, "logistic", frames["texts"].answer.to_numpy(), codes["texts"], True
        ),
    }
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


main(Path(sys.argv[1]))
