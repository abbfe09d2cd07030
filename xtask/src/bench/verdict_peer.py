"""Fits the verdict's model with statsmodels' state-space AR(1) regression; run by `cargo xtask bench verdict --peers`.

Arguments: the file of diaries (one a line, as for `counterpose verdict --batch`) and our own answers to the first of
them. The same columns, error model and priors; the point of highest posterior density for each build-up, weighed by a
Laplace approximation, instead of a grid. Prints one JSON object.
"""

import json
import sys
import time
import warnings

import numpy as np
import statsmodels
from scipy.optimize import minimize
from statsmodels.tsa.statespace.sarimax import SARIMAX

warnings.filterwarnings("ignore")
ours = [json.loads(line) for line in open(sys.argv[2])]
diaries = [json.loads(line) for line, _ in zip(open(sys.argv[1]), ours)]

# level, trend a week, settling, effect, six weekdays
PRIOR_MEAN = np.array([5.0, -0.1, 0.0, 0.0] + [0.0] * 6)
PRIOR_SD = np.array([3.0, 0.07, 0.5, 3.0] + [0.2] * 6)


def columns(day, start, ramp):
    x = np.zeros((len(day), 10))
    x[:, 0] = 1.0
    x[:, 1] = (day - day[-1] / 2.0) / 7.0
    x[:, 2] = np.exp(-day / 7.0)
    x[:, 3] = np.clip((day - start + 1) / ramp, 0.0, 1.0)
    for weekday in range(6):
        x[:, 4 + weekday] = day % 7 == weekday
    return x


def fit(diary):
    days = diary["days"]
    day = np.array([d["day"] for d in days], dtype=float)
    pain = np.array([np.nan if d["pain"] is None else d["pain"] for d in days], dtype=float)
    start = min(d["day"] for d in days if d["phase"] == "plan")
    weights, effects = [], []
    for ramp in (1.0, 7.0, 14.0, 21.0):
        x = columns(day, start, ramp)
        model = SARIMAX(pain, exog=x, order=(1, 0, 0), enforce_stationarity=False)

        def loss(p):
            beta, rho, sigma = p[:10], np.clip(p[10], -0.3, 0.9), np.exp(p[11])
            variance = sigma**2 * (1.0 - rho**2)
            prior = -0.5 * np.sum(((beta - PRIOR_MEAN) / PRIOR_SD) ** 2)
            prior += -0.5 * ((rho - 0.3) / 0.25) ** 2 - 0.5 * (sigma / 1.5) ** 2 + p[11]
            # the clip above is flat outside, so hold the search inside
            prior -= 100.0 * (p[10] - rho) ** 2
            return -(model.loglike(np.concatenate([beta, [rho, variance]])) + prior)

        begin = np.concatenate([[np.nanmean(pain), 0, 0, 0], np.zeros(6), [0.3, np.log(np.nanstd(pain) + 0.1)]])
        best = minimize(loss, begin, method="BFGS", options={"maxiter": 200})
        _, log_det = np.linalg.slogdet(best.hess_inv)
        weights.append(-best.fun + 0.5 * log_det)
        effects.append(best.x[3])
    weights = np.exp(np.array(weights) - max(weights))
    return float(np.dot(weights, effects) / weights.sum())


began = time.perf_counter()
theirs = np.array([fit(diary) for diary in diaries])
seconds = time.perf_counter() - began
mine = np.array([answer["effect"]["mean"] for answer in ours])
print(
    json.dumps(
        {
            "version": statsmodels.__version__,
            "per_second": len(theirs) / seconds,
            "mean_difference": float(np.mean(np.abs(theirs - mine))),
            "largest_difference": float(np.max(np.abs(theirs - mine))),
            "correlation": float(np.corrcoef(theirs, mine)[0, 1]),
        }
    )
)
