/// Evaluations as documents: one writer per result record, which gives both the object of a JSON document and the rows of a
/// table, under the same names.
///
/// Start at [org.trabecula.evaluation.document.TableDocument] (the verb `evaluate`) or
/// [org.trabecula.evaluation.document.StudyDocument] (a run folder's `evaluation.json`);
/// [org.trabecula.evaluation.document.EvaluationTables] has the tables, which are the same for both.
@NullMarked
package org.trabecula.evaluation.document;

import org.jspecify.annotations.NullMarked;
