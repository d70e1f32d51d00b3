/// Evaluations as documents: one writer per result record, which gives both the object of a JSON document and the rows of a
/// table, under the same names.
///
/// Start at [org.trabecula.evaluation.document.TableDocument] (the verb `evaluate`) or
/// [org.trabecula.evaluation.document.StudyDocument] (a run folder's `evaluation.json`);
/// [org.trabecula.evaluation.document.EvaluationTables] has the tables, which are the same for both.
/// [org.trabecula.evaluation.document.BaselineDocument] is the baseline table of a paper; how its cells are rounded is in
/// [org.trabecula.evaluation.document.BaselineCells].
@NullMarked
package org.trabecula.evaluation.document;

import org.jspecify.annotations.NullMarked;
