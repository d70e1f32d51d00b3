#!/usr/bin/python3
"""Response maps and statistics of IBSI 2 for which no consensus is shipped, computed once more with NumPy and SciPy.

    independent.py REFERENCE OUT          REFERENCE: the folder that holds ct_phantom/ and ibsi2/

Written from the conventions of the IBSI 2 manual (arXiv:2006.05470), not from Trabecula's code: convolutions run in the image
domain by scipy.ndimage, Gabor responses by sums over the kernel at the listed voxels, rotations by turning the image. First it
repeats tests that have a consensus and prints the largest difference in units of the tolerance; then it writes
  OUT/phase1_independent.csv   200 voxels of each further map
  OUT/phase2_independent.csv   18 statistics of each further test
"""
import csv
import gzip
import itertools
import os
import sys

import numpy as np
import scipy.fft
from scipy import ndimage

MODES = {"zero": "constant", "nearest": "nearest", "periodic": "wrap", "mirror": "reflect"}


def nifti(path):
    """The voxels of a NIfTI-1 file, first axis x, and its spacing."""
    raw = gzip.open(path).read()
    order = "<" if np.frombuffer(raw, "<i4", 1)[0] == 348 else ">"
    shape = np.frombuffer(raw, order + "i2", 8, 40)[1:4]
    kind = {2: "u1", 4: "i2", 8: "i4", 16: "f4", 64: "f8"}[int(np.frombuffer(raw, order + "i2", 1, 70)[0])]
    spacing = np.frombuffer(raw, order + "f4", 8, 76)[1:4].astype(float)
    start = int(np.frombuffer(raw, order + "f4", 1, 108)[0])
    voxels = np.frombuffer(raw, order + kind, int(np.prod(shape)), start).reshape(shape, order="F")
    slope, intercept = np.frombuffer(raw, order + "f4", 2, 112)
    voxels = voxels.astype(float)
    return (voxels * slope + intercept if slope not in (0.0, 1.0) or intercept else voxels), spacing


def separable(image, kernels, boundary):
    """y[n] = sum k[m] x[n - m + c], c = floor(length / 2), along the first axes."""
    for axis, taps in enumerate(kernels):
        taps = np.asarray(taps, float)
        # scipy's convolution is centred at floor(length / 2) for odd lengths; even ones get a zero tap
        if len(taps) % 2 == 0:
            taps = np.append(taps, 0.0)
        image = ndimage.convolve1d(image, taps, axis=axis, mode=MODES[boundary])
    return image


def turns(axes):
    """Right-angle rotations as (permutation, flips) of determinant +1."""
    for order in itertools.permutations(range(axes)):
        for flips in itertools.product((1, -1), repeat=axes):
            matrix = np.zeros((axes, axes))
            for row, column in enumerate(order):
                matrix[row, column] = flips[row]
            if round(np.linalg.det(matrix)) == 1:
                yield order, flips


def rotated(image, axes, respond, pool):
    """The image turned, filtered and turned back, pooled over all turns of the first axes."""
    pooled = None
    count = 0
    for order, flips in turns(axes):
        full = order + tuple(range(axes, image.ndim))
        turned = np.transpose(image, full)
        flipped = [axis for axis in range(axes) if flips[axis] < 0]
        response = np.flip(respond(np.flip(turned, flipped)), flipped)
        response = np.transpose(response, np.argsort(full))
        pooled = response if pooled is None else np.maximum(pooled, response) if pool == "max" else pooled + response
        count += 1
    return pooled if pool == "max" else pooled / count


def laws(name):
    taps = {"L5": [1, 4, 6, 4, 1], "E5": [-1, -2, 0, 2, 1], "S5": [-1, 0, 2, 0, -1], "W5": [-1, 2, 0, -2, 1],
            "R5": [1, -4, 6, -4, 1], "E3": [-1, 0, 1]}[name]
    return np.array(taps) / np.linalg.norm(taps)


def box(image, width, axes, boundary):
    return separable(image, [np.full(width, 1 / width)] * axes, boundary)


def wavelet(image, name, bands, level, boundary):
    import pywt  # only for the published filter coefficients
    w = pywt.Wavelet(name)
    for stage in range(1, level + 1):
        letters = bands if stage == level else "L" * len(bands)
        kernels = []
        for letter in letters:
            taps = np.zeros(w.dec_len * 2 ** (stage - 1))
            taps[::2 ** (stage - 1)] = w.dec_lo if letter == "L" else w.dec_hi
            kernels.append(taps)
        image = separable(image, kernels, boundary)
    return image


def simoncelli(image, level, axes):
    """On frequencies that run evenly from -1 to 1, both ends included."""
    grids = [np.fft.ifftshift(np.linspace(-1, 1, n)) for n in image.shape[:axes]]
    r = np.sqrt(sum(g ** 2 for g in np.meshgrid(*grids, indexing="ij")))
    top = 2.0 ** (1 - level)
    band = (r >= top / 4) & (r <= top)
    h = np.where(band, np.cos(np.pi / 2 * np.log2(2 * np.where(band, r, 1) / top)), 0)
    h = h.reshape(h.shape + (1,) * (image.ndim - axes))
    over = tuple(range(axes))
    return scipy.fft.ifftn(scipy.fft.fftn(image, axes=over) * h, axes=over).real


def riesz_x(image, level):
    """Order (1, 0, 0) of a Simoncelli band; the image continued by 32 zeros on every side."""
    padded = np.pad(image, 32)
    grids = np.meshgrid(*[np.fft.ifftshift(np.linspace(-1, 1, n)) for n in padded.shape], indexing="ij")
    r = np.sqrt(sum(g ** 2 for g in grids))
    top = 2.0 ** (1 - level)
    band = (r >= top / 4) & (r <= top)
    h = np.where(band, np.cos(np.pi / 2 * np.log2(2 * np.where(band, r, 1) / top)), 0)
    transfer = -1j * grids[0] / np.where(r == 0, 1, r) * h
    return scipy.fft.ifftn(scipy.fft.fftn(padded) * transfer).real[32:-32, 32:-32, 32:-32]


def log_kernel(sigma, dimensions):
    half = int(4 * sigma + 0.5)
    grids = np.meshgrid(*[np.arange(-half, half + 1)] * dimensions, indexing="ij")
    square = sum(g.astype(float) ** 2 for g in grids)
    return -((1 / (np.sqrt(2 * np.pi) * sigma)) ** dimensions) * (dimensions / sigma ** 2 - square / sigma ** 4) * np.exp(
        -square / (2 * sigma ** 2))


def laplacian(image, sigma, dimensions, boundary):
    kernel = log_kernel(sigma, dimensions)
    if dimensions == 2:
        kernel = kernel[:, :, None]
    return ndimage.convolve(image, kernel, mode=MODES[boundary])


def gabor_at(image, voxels, sigma, wavelength, gamma, thetas, planes):
    """The mean modulus over thetas and planes at some voxels, mirrored at the ends: the sum over the kernel, term by term."""
    half = int(np.ceil(7 * sigma / min(1, gamma)))
    offsets = np.arange(-half, half + 1)
    x, y = np.meshgrid(offsets, offsets, indexing="ij")
    kernels = []
    for theta in thetas:
        a = x * np.cos(theta) + y * np.sin(theta)
        b = -x * np.sin(theta) + y * np.cos(theta)
        kernels.append(np.exp(-(a ** 2 + gamma ** 2 * b ** 2) / (2 * sigma ** 2) + 2j * np.pi * a / wavelength))
    responses = []
    for voxel in voxels:
        moduli = []
        for first, second in planes:
            at = [np.array([v]) for v in voxel]
            for axis in (first, second):
                n = image.shape[axis]
                folded = (voxel[axis] - offsets) % (2 * n)
                at[axis] = np.where(folded < n, folded, 2 * n - 1 - folded)
            plane = image[np.ix_(*at)].reshape(len(offsets), len(offsets)) if first < second else None
            moduli.extend(abs(np.sum(kernel * plane)) for kernel in kernels)
        responses.append(np.mean(moduli))
    return np.array(responses)


def statistics(x):
    x = np.sort(x)
    mean = x.mean()
    d = x - mean
    p10, p25, p75, p90 = np.percentile(x, [10, 25, 75, 90])
    variance = np.mean(d ** 2)
    inner = x[(x >= p10) & (x <= p90)]
    return {
        "stat_mean": mean, "stat_var": variance, "stat_skew": np.mean(d ** 3) / variance ** 1.5,
        "stat_kurt": np.mean(d ** 4) / variance ** 2 - 3, "stat_median": np.median(x), "stat_min": x[0], "stat_p10": p10,
        "stat_p90": p90, "stat_max": x[-1], "stat_iqr": p75 - p25, "stat_range": x[-1] - x[0], "stat_mad": np.mean(abs(d)),
        "stat_rmad": np.mean(abs(inner - inner.mean())), "stat_medad": np.mean(abs(x - np.median(x))),
        "stat_cov": np.sqrt(variance) / mean, "stat_qcod": (p75 - p25) / (p75 + p25), "stat_energy": np.sum(x ** 2),
        "stat_rms": np.sqrt(np.mean(x ** 2)),
    }


def phase1(reference, out):
    phantom = {name: nifti(f"{reference}/ibsi2/phantoms/{name}.nii.gz")[0] for name in ("checkerboard", "sphere", "impulse")}
    voxels = np.random.default_rng(2).integers(0, 64, (200, 3))
    voxels[0], voxels[1] = 0, 63

    def map_of(name):
        return nifti(f"{reference}/ibsi2/response_maps/{name}.nii.gz")[0]

    def check(name, ours, theirs):
        print(f"{name}: {np.max(abs(ours - theirs)) / (0.01 * np.ptp(theirs)):.1e} of the tolerance")

    def waves(image, name, bands, boundary):
        return rotated(image, 3, lambda turned: wavelet(turned, name, bands, 1, boundary), "average")

    def texture(image, names, boundary):
        return rotated(image, 3, lambda turned: separable(turned, [laws(n) for n in names], boundary), "max")

    board, sphere, impulse = phantom["checkerboard"], phantom["sphere"], phantom["impulse"]
    check("1.a.2", box(board, 15, 3, "nearest"), map_of("1_a_2"))
    ripple = texture(board, ("E3", "W5", "R5"), "mirror")
    check("3.b.2", ripple, map_of("3_b_2"))
    check("5.a.2", waves(impulse, "db2", "LHL", "zero"), map_of("5_a_2"))
    check("6.a.1", wavelet(sphere, "coif1", "HHL", 1, "periodic"), map_of("6_a_1"))
    check("8.a.2", simoncelli(board, 2, 3), map_of("8_a_2"))
    some = voxels[:20]
    check("4.b.1 at 20 voxels", gabor_at(sphere, some, 10, 4, 2.5, [5 * np.pi / 4], [(0, 1)]),
          map_of("4_b_1")[tuple(some.T)])
    eighths = np.arange(8) * np.pi / 8
    maps = {
        "1.a.4": box(board, 15, 3, "mirror"),
        "3.b.3": box(abs(ripple), 15, 3, "mirror"),
        "6.a.2": waves(sphere, "coif1", "HHL", "periodic"),
        "8.a.3": simoncelli(board, 3, 3),
        "10.a": riesz_x(impulse, 1),
    }
    with open(f"{out}/phase1_independent.csv", "w", encoding="ascii") as file:
        file.write("test_id,i,j,k,value,range\n")
        for test, response in maps.items():
            for i, j, k in voxels:
                file.write(f"{test},{i},{j},{k},{response[i, j, k]!r},{np.ptp(response)!r}\n")
        gabor = gabor_at(sphere, voxels[:60], 10, 4, 2.5, eighths, [(0, 1), (1, 2), (0, 2)])
        for (i, j, k), value in zip(voxels, gabor):
            file.write(f"4.b.2,{i},{j},{k},{value!r},{np.ptp(gabor)!r}\n")


def phase2(reference, out):
    image, spacing = nifti(f"{reference}/ct_phantom/image.nii.gz")
    mask = nifti(f"{reference}/ct_phantom/mask.nii.gz")[0] > 0
    inside = mask & (image >= -1000) & (image <= 400)

    def waves(bands, level):
        return rotated(image, 2, lambda turned: wavelet(turned, "db3", bands, level, "mirror"), "average")

    consensus = list(csv.DictReader(open(f"{reference}/ibsi2/phase2_consensus.csv", encoding="utf-8")))

    def check(test, response):
        ours = statistics(response[inside])
        worst = max(abs(ours[row["short_name"]] - float(row["value"])) / float(row["tolerance"])
                    for row in consensus if row["test_id"] == test and row["value"] and float(row["tolerance"]))
        print(f"{test}: {worst:.2f} of the tolerance")

    check("1.A", image)
    check("2.A", box(image, 5, 2, "mirror"))
    check("7.A", waves("HH", 2))
    check("8.A", simoncelli(image, 1, 2))
    tests = {
        "3.A": laplacian(image, 1.5 / spacing[0], 2, "mirror"),
        "6.A": waves("LH", 1),
        "9.A": simoncelli(image, 2, 2),
    }
    with open(f"{out}/phase2_independent.csv", "w", encoding="ascii") as file:
        file.write("test_id,short_name,value\n")
        for test, response in tests.items():
            for name, value in statistics(response[inside]).items():
                file.write(f"{test},{name},{float(value)!r}\n")


if __name__ == "__main__":
    phase1(sys.argv[1], sys.argv[2])
    phase2(sys.argv[1], sys.argv[2])
