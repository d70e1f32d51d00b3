package org.trabecula.deep.network;

/// What a network says of a batch of pictures, one row a picture. Not copied: nobody writes to the rows.
///
/// @param features the mean of each channel of the last stage: 2,048 numbers (512 for ResNet 18 and 34 and for VGG)
/// @param logits   the head's outputs before softmax; empty rows for a network without a head
public record Embeddings(float[][] features, float[][] logits) {}
