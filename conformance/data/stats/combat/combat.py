"""ComBat after Johnson, Li and Rabinovic 2007, written from the paper's equations with numpy; makes combat.csv.

Run: python3 combat.py > combat.csv   (numpy 2.4.6)
"""
import numpy as np

rng = np.random.default_rng(4)
n, p, k = 45, 7, 3
centre = np.arange(n) % k
age = np.round(65 + 12 * rng.standard_normal(n), 1)
y = np.round(0.1 * age[:, None] + 0.3 * np.outer(centre, np.arange(p))
             + (1 + 0.4 * centre)[:, None] * rng.standard_normal((n, p)), 6).T

batch = np.eye(k)[centre]
design = np.c_[batch, age]
beta = np.linalg.solve(design.T @ design, design.T @ y.T)
mean = ((batch.sum(0) / n) @ beta[:k])[:, None] + np.outer(beta[k], age)
sigma = np.sqrt(((y - (design @ beta).T) ** 2).mean(1))[:, None]
z = (y - mean) / sigma


def harmonised(parametric):
    out = np.empty_like(z)
    for i in range(k):
        x = z[:, centre == i]
        m = x.shape[1]
        g, d = x.mean(1), x.var(1, ddof=1)
        if parametric:
            a = (2 * d.var(ddof=1) + d.mean() ** 2) / d.var(ddof=1)
            b = (d.mean() * d.var(ddof=1) + d.mean() ** 3) / d.var(ddof=1)
            gs, ds = g.copy(), d.copy()
            for _ in range(5000):
                gs = (m * g.var(ddof=1) * g + ds * g.mean()) / (m * g.var(ddof=1) + ds)
                ds = (b + 0.5 * ((x - gs[:, None]) ** 2).sum(1)) / (m / 2 + a - 1)
        else:
            gs, ds = np.empty(p), np.empty(p)
            for f in range(p):
                o = np.arange(p) != f
                w = (2 * np.pi * d[o]) ** (-m / 2) * np.exp(-((x[f] - g[o][:, None]) ** 2).sum(1) / (2 * d[o]))
                gs[f], ds[f] = (w * g[o]).sum() / w.sum(), (w * d[o]).sum() / w.sum()
        out[:, centre == i] = (x - gs[:, None]) / np.sqrt(ds)[:, None]
    return sigma * out + mean


a, b = harmonised(True), harmonised(False)
print(",".join(["centre", "age"] + [f"x{f}" for f in range(p)] + [f"parametric{f}" for f in range(p)]
               + [f"nonparametric{f}" for f in range(p)]))
for r in range(n):
    print(",".join([f"c{centre[r]}"] + [repr(float(v)) for v in [age[r], *y[:, r], *a[:, r], *b[:, r]]]))
