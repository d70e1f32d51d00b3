package org.trabecula.dicom.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
    private static final int CHARACTER_SET = 0x0008_0005;
    private static final int DESCRIPTION = 0x0008_103E;
    private static final int POSITION = 0x0020_0032;

    /// Bytes by hand and from the examples of PS3.5, annexes H (Japanese), I (Korean), J (UTF-8, GB18030).
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ISO_IR 100                      | 576972626c2dd6e9      | Wirbl-Öé
            ''                              | 4231 3020             | B10
            ISO_IR 192                      | e1baa5ceb1c49b20      | ấαě
            ISO_IR 144                      | bbeee6e1              | Люцс
            ISO_IR 126                      | c4e9efed              | Διον
            ISO_IR 13                       | d4cfc0de              | ﾔﾏﾀﾞ
            GB18030                         | cdf52020d0a1b6ab      | 王  小东
            GBK                             | d5 5c 31              | 誠1
            \\ISO 2022 IR 87                | 1b24423b334544 1b2842 | 山田
            ISO 2022 IR 13\\ISO 2022 IR 87  | d4cfc0de 1b2442 3b334544 1b284a 31 | ﾔﾏﾀﾞ山田1
            \\ISO 2022 IR 149               | 1b2429 43 fbf3 1b2842 31 | 洪1
            \\ISO 2022 IR 58                | 1b2429 41 cdf5 31     | 王1
            ISO 2022 IR 100\\ISO 2022 IR 144 | d6 1b2d4c bbee 31    | ÖЛю1
            """)
    void textsAreReadByTheirCharacterSet(String sets, String hex, String text) throws IOException {
        DataSet data = new MadeFile()
                .element(CHARACTER_SET, "CS", sets)
                .element(DESCRIPTION, "LO", HexFormat.of().parseHex(hex.replace(" ", "")))
                .read()
                .orRefuse()
                .data();
        assertThat(data.text(Tag.SERIES_DESCRIPTION)).hasValue(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.5\\-2\\3                          | 1.5 | -2   | 3
            ' +1.50E+00 \\ -2.0e0\\3. '         | 1.5 | -2   | 3
            0,5\\-,25\\+7                       | 0.5 | -0.25| 7
            -249.51171875000000000\\1e-3\\.5    | -249.51171875 | 0.001 | 0.5
            """)
    void numbersAreReadAsHospitalsWriteThem(String text, double a, double b, double c) throws IOException {
        DataSet data = new MadeFile().element(CHARACTER_SET, "CS", "ISO_IR 100").element(POSITION, "DS", text).read().orRefuse().data();
        assertThat(data.numbers(Tag.IMAGE_POSITION_PATIENT)).containsExactly(a, b, c);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1e999", "0x10", "1.5d", "1.2.3", "1 2", "Infinity", "--1", "1\\\\2", ""})
    void whatIsNoNumberIsRefusedByTheElementsName(String text) throws IOException {
        DataSet data = new MadeFile().element(CHARACTER_SET, "CS", "ISO_IR 100").element(POSITION, "DS", text).read().orRefuse().data();
        if (text.isEmpty()) {
            assertThat(data.numbers(Tag.IMAGE_POSITION_PATIENT)).isEmpty();
            return;
        }
        assertThatThrownBy(() -> data.numbers(Tag.IMAGE_POSITION_PATIENT))
                .hasMessageContaining("DCM-002")
                .hasMessageContaining("Image Position Patient (0020,0032)");
    }

    /// Every text of up to five of these characters, 111,110 of them.
    @Test
    void numbersAreTheTextsOfTheirPattern() {
        Pattern number = Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,4})?");
        String characters = "07.,eE+- x";
        int checked = 0;
        for (int length = 1; length <= 5; length++) {
            for (int n = 0; n < Math.pow(characters.length(), length); n++) {
                StringBuilder text = new StringBuilder();
                for (int rest = n; text.length() < length; rest /= characters.length()) {
                    text.append(characters.charAt(rest % characters.length()));
                }
                boolean finite = number.matcher(text).matches() && Double.isFinite(Double.parseDouble(text.toString().replace(',', '.')));
                assertThat(NumberText.parse(text.toString()).isPresent()).as(text.toString()).isEqualTo(finite);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(111_110);
        assertThat(NumberText.parse("1e-0003")).hasValue(0.001);
        assertThat(NumberText.parse("1e-00003")).isEmpty();
    }

    /// The buffer holds 8192 bytes: values on its border, of its length, and longer ones come out whole.
    @ParameterizedTest
    @ValueSource(ints = {8100, 8160, 8186, 8190, 8192, 8194, 16_384, 30_000, 65_534})
    void valuesAreWholeWhereverTheBufferEnds(int length) throws IOException {
        String text = "1".repeat(length);
        DataSet data = new MadeFile()
                .element(CHARACTER_SET, "CS", "ISO_IR 100")
                .element(0x0009_0010, "LO", "x".repeat(length % 4096)) // of nobody: passed by
                .element(DESCRIPTION, "LO", text)
                .element(0x0011_0010, "LO", "y".repeat(length))
                .element(POSITION, "DS", "1\\2\\3")
                .read()
                .orRefuse()
                .data();
        assertThat(data.text(Tag.SERIES_DESCRIPTION)).hasValue(text);
        assertThat(data.numbers(Tag.IMAGE_POSITION_PATIENT)).containsExactly(1, 2, 3);
    }

    @Test
    void namesOfPatientsAreNotHeld() throws IOException {
        DicomFile.Opened opened = new MadeFile()
                .element(CHARACTER_SET, "CS", "ISO_IR 100")
                .element(0x0010_0010, "PN", "Doe^Jane")
                .element(0x0010_0030, "DA", "19500101")
                .read();
        assertThat(Tag.of(0x0010_0010, Set.of())).isEmpty();
        assertThat(Tag.of(0x0010_0030, Set.of())).isEmpty();
        assertThat(Tag.of(0x0010_0030, Set.of(Tag.PATIENT_BIRTH_DATE))).contains(Tag.PATIENT_BIRTH_DATE);
        assertThat(opened.orRefuse().data().texts(Tag.SERIES_DESCRIPTION)).isEmpty();
    }

    @Test
    void whatAnItemHoldsIsNotFoundFromOutside() throws IOException {
        DataSet data = new MadeFile()
                .element(CHARACTER_SET, "CS", "ISO_IR 100")
                .open(0x0020_9113, "SQ", 8 + 8 + 6)
                .item(8 + 6)
                .element(POSITION, "DS", "1\\2\\3")
                .element(0x0028_0010, "US", new byte[] {4, 0})
                .read()
                .orRefuse()
                .data();
        assertThat(data.has(Tag.IMAGE_POSITION_PATIENT)).isFalse();
        assertThat(data.item(Tag.PLANE_POSITION_SEQUENCE).orElseThrow().numbers(Tag.IMAGE_POSITION_PATIENT)).containsExactly(1, 2, 3);
        assertThat(data.whole(Tag.ROWS)).hasValue(4);
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        MadeFile file = new MadeFile().element(CHARACTER_SET, "CS", "ISO_IR 100");
        for (int depth = 0; depth < 10_000; depth++) {
            file.open(0x0020_9113, "SQ", -1).item(-1);
        }
        assertThatThrownBy(() -> file.read().orRefuse()).hasMessageContaining("DCM-001").hasMessageContaining("nested");
    }

    @Test
    void aLengthBeyondTheFileIsRefusedBeforeMemoryIsTaken() throws IOException {
        MadeFile file = new MadeFile().element(CHARACTER_SET, "CS", "ISO_IR 100").open(0x0029_1010, "OB", 0xFFFF_FFF0);
        assertThatThrownBy(() -> file.read().orRefuse()).hasMessageContaining("DCM-001").hasMessageContaining("4294967280 bytes");
    }

    /// 300 MB of zeros out of 300 kB.
    @Test
    void aDeflatedDataSetThatGrowsWithoutMeasureIsRefused() throws IOException {
        MadeFile file = new MadeFile().element(CHARACTER_SET, "CS", "ISO_IR 100").open(0x0029_1010, "OB", 300 << 20);
        assertThatThrownBy(() -> file.readDeflated(300).orRefuse()).hasMessageContaining("DCM-001").hasMessageContaining("come out of");
    }
}
