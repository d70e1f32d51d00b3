package org.trabecula.phantom;

import java.util.List;

/// The text that lies beside a synthetic cohort.
final class CohortReadme {
    private CohortReadme() {}

    static String text(CohortSettings settings, List<PhantomPatient> patients) {
        long cases = 0;
        long acute = 0;
        for (PhantomPatient patient : patients) {
            for (PhantomCase fractured : patient.cases()) {
                cases++;
                acute += fractured.stage().outcome();
            }
        }
        return """
                SYNTHETIC DATA. No patient was scanned: these spines are drawn by formulas (Trabecula, `phantom`).
                No result on them says anything about people.

                patients                  %d
                fractured vertebrae       %d, of them acute %d, chronic %d
                effect                    %s
                seed                      %d
                voxels, mm                %s x %s x %s (in-plane size varies by 8 %% between patients)
                vertebrae in a scan       %d
                with second outlines      %d patients
                centres                   %d

                cases.csv    one row a fractured vertebra; outcome 1 = acute (marrow oedema), 0 = chronic
                images/      CT in Hounsfield units
                masks/       vertebral bodies without discs and pedicles; T1 = 43 ... T12 = 32, L1 = 31 ... L5 = 27
                             -intra: outlined again by the same reader, -inter: by another reader
                preview.png  the first cases, bone window; acute outlined in orange, chronic in blue

                What tells the stages apart: a hidden freshness, N(+m, 1) for acute and N(-m, 1) for chronic fractures
                with m = effect x %s. From it follow, each with scatter of its own: condensation band, step in the
                front wall, denser marrow and less trabecular contrast when fresh; sclerosis under the endplates,
                osteophytes, wedge and biconcave loss of height when old. Age and level differ between the stages as
                published (acute 59.3 +- 18.1 years, chronic 71.1 +- 11.9), scaled by the effect. With effect 0 nothing
                but chance tells the stages apart.
                """
                .formatted(
                        settings.patients(),
                        cases,
                        acute,
                        cases - acute,
                        settings.effect(),
                        settings.seed(),
                        settings.spacing().iMm(),
                        settings.spacing().jMm(),
                        settings.spacing().kMm(),
                        settings.columnVertebrae(),
                        Math.min(settings.patients(), settings.reproducibilityPatients()),
                        settings.centres(),
                        Fracture.SEPARATION);
    }
}
