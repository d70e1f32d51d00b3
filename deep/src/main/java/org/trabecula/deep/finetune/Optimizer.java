package org.trabecula.deep.finetune;

/// How gradients g move a parameter p; η is the learning rate of its group.
public sealed interface Optimizer {
    /// Stochastic gradient descent with momentum, as `torch.optim.SGD` (dampening 0).
    ///
    /// ```
    /// v ← momentum · v + (g + weightDecay · p),   p ← p − η v
    /// ```
    ///
    /// @param momentum    0 … 1, below 1
    /// @param weightDecay at least 0; applies to every parameter
    record Sgd(double momentum, double weightDecay) implements Optimizer {}

    /// Adam with decoupled weight decay, as `torch.optim.AdamW`; t counts steps from 1.
    ///
    /// ```
    /// p ← p − η · weightDecay · p
    /// m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
    /// p ← p − η · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
    /// ```
    ///
    /// Source: Loshchilov and Hutter 2019, "Decoupled weight decay regularization".
    record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {}
}
