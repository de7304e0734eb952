package hecht.lab;

import com.sun.management.OperatingSystemMXBean;
import hecht.insight.regression.Coefficient;
import hecht.insight.regression.Covariates;
import hecht.insight.regression.Regression;
import hecht.insight.survival.Cox;
import hecht.insight.survival.CoxModel;
import hecht.insight.survival.Durations;
import hecht.insight.survival.Ties;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Cox regression of a million subjects on five covariates, Efron's ties, against R's survival (Debian: r-cran-survival) on the same
/// numbers in the same run: once with times cut into days, once as they come.
///
/// ```
/// ./build -q -Dquick -pl lab -am package && "$(./build --java-home)"/bin/java -Xmx2g -cp lab/target/quick/lab/lab.jar hecht.lab.CoxAgainstR FOLDER
/// ```
///
/// `FOLDER` takes 56 MB twice. Of hecht the CPU of the calling thread and that of the whole process are shown, compiling and collecting
/// included; of R user and system time of coxph.fit, its inner function, and of coxph with a formula. It stops unless both find
/// the same coefficients (1e-6) and log-likelihood (1e-3).
public final class CoxAgainstR {
    private static final int SUBJECTS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final double[] BETA = {.8, -.5, .3, -.2, .05};
    private static final long SEED = 20260408;

    private static final String SCRIPT = """
            suppressMessages(library(survival))
            file <- file(commandArgs(TRUE)[1], "rb")
            read <- function(n) readBin(file, "double", n, endian = "big")
            n <- %d
            time <- read(n); status <- read(n); x <- matrix(read(5 * n), n, 5, byrow = TRUE)
            y <- Surv(time, status)
            spent <- function(what, s) cat(sprintf("# R %%s: user %%.3f s, system %%.3f s\\n", what, s[["user.self"]], s[["sys.self"]]))
            for (i in 1:%d) {
              s <- system.time(f <- coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL))
              spent("coxph.fit", s)
            }
            for (i in 1:2) spent("coxph(formula)", system.time(coxph(y ~ x)))
            cat(sprintf("%%.9f", c(f$loglik[2], f$coefficients)), "\\n")
            """;

    private CoxAgainstR() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) throw new IllegalArgumentException("name the folder that takes the files");
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(folder);
        System.out.println(Machine.line());
        compare(folder, true);
        compare(folder, false);
    }

    private static void compare(Path folder, boolean days) throws IOException, InterruptedException {
        double[] times = new double[SUBJECTS];
        boolean[] left = new boolean[SUBJECTS];
        double[] x = new double[SUBJECTS * BETA.length];
        Random random = new Random(SEED);
        for (int i = 0; i < SUBJECTS; i++) {
            double eta = 0;
            for (int j = 0; j < BETA.length; j++) {
                x[i * BETA.length + j] = random.nextGaussian();
                eta += BETA[j] * x[i * BETA.length + j];
            }
            double leaves = -Math.log(1 - random.nextDouble()) * 60 * Math.exp(-eta);
            double looked = 180 * random.nextDouble();
            left[i] = leaves <= looked;
            times[i] = days ? Math.ceil(Math.min(leaves, looked)) : Math.min(leaves, looked);
        }
        List<Coefficient> found = List.of();
        double logLikelihood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long whole = process();
            long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Durations durations = Durations.of(times, left);
            Covariates covariates = Covariates.of(List.of("a", "b", "c", "d", "e"), SUBJECTS, x);
            if (!(Cox.fit(durations, covariates, Ties.EFRON) instanceof Regression.Converged<CoxModel> fit))
                throw new IllegalStateException("the data are made so that there is an estimate");
            System.out.printf(
                    Locale.ROOT,
                    "hecht: thread %.3f s, process %.3f s, %d rounds, %,d left, %s%n",
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e9,
                    (process() - whole) / 1e9,
                    fit.rounds(),
                    durations.events(),
                    days ? "days" : "continuous");
            found = fit.model().coefficients();
            logLikelihood = fit.model().logLikelihood();
        }
        double[] judge = askR(folder.resolve(days ? "days" : "continuous"), times, left, x);
        check("log-likelihood", logLikelihood, judge[0], 1e-3);
        for (int j = 0; j < BETA.length; j++)
            check(found.get(j).name(), found.get(j).estimate(), judge[j + 1], 1e-6);
    }

    private static void check(String what, double ours, double theirs, double within) {
        System.out.printf(Locale.ROOT, "%s: hecht %.6f, R %.6f%n", what, ours, theirs);
        if (!(Math.abs(ours - theirs) <= within)) throw new IllegalStateException(what + " differs");
    }

    private static double[] askR(Path file, double[] times, boolean[] left, double[] x)
            throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * (2 * SUBJECTS + x.length));
        for (double each : times) bytes.putDouble(each);
        for (boolean each : left) bytes.putDouble(each ? 1 : 0);
        for (double each : x) bytes.putDouble(each);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes.array());
        }
        Path script = Files.writeString(file.resolveSibling("cox.R"), SCRIPT.formatted(SUBJECTS, ROUNDS));
        Path answer = file.resolveSibling("answer.txt");
        Child.run(
                List.of("Rscript", script.toString(), file.toString()),
                Map.of(),
                answer,
                file.resolveSibling("words.txt"),
                0);
        List<String> lines = Files.readAllLines(answer);
        lines.stream().filter(line -> line.startsWith("#")).forEach(System.out::println);
        return Arrays.stream(lines.getLast().strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static long process() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
