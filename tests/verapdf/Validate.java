import java.io.File;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints how many checks of PDF/UA-1 each file was put to, and a line for each rule that it breaks. */
public class Validate {
    private static final int MOST_FAILURES = 1000;

    public static void main(String[] names) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : names) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(name), PDFAFlavour.PDFUA_1)) {
                PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, MOST_FAILURES, false, false, false);
                report(name, validator.validate(parser));
            }
        }
    }

    private static void report(String name, ValidationResult result) {
        System.out.println("checked\t" + name + "\t" + result.getTotalAssertions());
        TreeSet<String> broken = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                broken.add(assertion.getRuleId().getClause() + " " + assertion.getMessage());
            }
        }
        for (String rule : broken) {
            System.out.println("broken\t" + name + "\t" + rule);
        }
    }
}
