/// Data sets: the elements of a DICOM file, those of them that this product uses.
///
/// [org.trabecula.dicom.dataset.DicomFile] opens a file in whatever encoding it is; its
/// [org.trabecula.dicom.dataset.DataSet] answers by [org.trabecula.dicom.dataset.Tag]. What has no constant there is passed
/// by and never held, names and dates of patients among it, unless somebody asks for them by tag. Pixel data stay in the file. A
/// [org.trabecula.dicom.dataset.NewDataSet] is written, in one encoding, as a [org.trabecula.dicom.dataset.NewDicomFile].
@NullMarked
package org.trabecula.dicom.dataset;

import org.jspecify.annotations.NullMarked;
