/// Decision trees: one [org.trabecula.learn.tree.Tree] as data for every classifier that is made of trees, and how our own
/// are grown: [org.trabecula.learn.tree.Cart] and [org.trabecula.learn.tree.Forest], by scikit-learn's definitions; [org.trabecula.learn.tree.TreeShap] says what each
/// feature adds.
@NullMarked
package org.trabecula.learn.tree;

import org.jspecify.annotations.NullMarked;
