/// The report as a Word document: headings, text, tables and pictures that can be edited, nothing of the page's design.
///
/// Start with [org.trabecula.report.docx.DocxReport]. Office Open XML (ECMA-376, part 1) is a zip of XML files; what a report needs of it
/// is a paragraph, a table and a picture, so no library is asked for. Those at hand (Apache POI, docx4j) bring 15 to 40 MB.
@NullMarked
package org.trabecula.report.docx;

import org.jspecify.annotations.NullMarked;
