package skipstitch.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skipstitch.explain.code.PyTorchModule;
import skipstitch.files.AtomicFile;
import skipstitch.files.onnx.Inexpressible;
import skipstitch.files.onnx.OnnxModel;
import skipstitch.files.onnx.Returned;
import skipstitch.network.Lane;
import skipstitch.session.Notice.Choice;
import skipstitch.session.Runner.Slot;

/**
 * A lane on its way to a file of another program's, in the background: an ONNX model with the weights, or a PyTorch
 * module. Used on the window's thread.
 */
final class ModelExport {
    private static final Logger LOG = LoggerFactory.getLogger(ModelExport.class);

    private final Session session;
    private final Runner runner;
    private final Running running;
    private final FileChoice choice;

    ModelExport(Session session, Runner runner, Running running, FileChoice choice) {
        this.session = session;
        this.runner = runner;
        this.running = running;
        this.choice = choice;
    }

    /** As what it is exported. */
    enum Form {
        MODEL(OnnxModel.ENDING), MODULE(PyTorchModule.ENDING);

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }
    }

    /** What is exported, as it was when a person asked for it. */
    private record Wanted(Form form, Comparison lanes, Setting setting) {
        Lane lane() {
            return lanes.lanes().getFirst();
        }

        String sentence(Path file) {
            return "Exported the lane “" + lane().variant().title() + "” as “" + file.getFileName() + "”."
                    + (setting.interventions().isNone() ? "" : " What is done to tensors by hand is not in it.");
        }
    }

    /**
     * Exports the first of the lanes that are shown to a file that the person names; says why where there is no model.
     *
     * @param name that is at hand, without an ending
     */
    void export(Form form, String name) {
        Wanted wanted = new Wanted(form, session.comparison().get(), Setting.of(session.document().get()));
        try {
            OnnxModel.check(wanted.lane());
        } catch (Inexpressible refusal) {
            refuse(wanted, refusal);
            return;
        }
        choice.placeForModel(name + form.ending).ifPresent(place -> {
            boolean complete = place.toString().endsWith(form.ending);
            write(complete ? place : place.resolveSibling(place.getFileName() + form.ending), complete, wanted);
        });
    }

    /** @param replace whether a file that is there may go */
    private void write(Path file, boolean replace, Wanted wanted) {
        runner.queue(Slot.EXPORT, ticket -> {
            if (!replace && Files.exists(file)) {
                return false;
            }
            switch (wanted.form()) {
                case MODEL -> OnnxModel.of(wanted.lane(), running.weights(wanted.lane(), wanted.lanes(),
                        wanted.setting(), (_, _) -> !ticket.isCancelled()), Returned.OUTPUTS).write(file);
                case MODULE -> {
                    byte[] text = PyTorchModule.of(wanted.lane()).getBytes(StandardCharsets.UTF_8);
                    AtomicFile.write(file, out -> out.write(text));
                }
            }
            return true;
        }, written -> session.tell(written ? new Notice(Notice.Kind.INFO, wanted.sentence(file))
                : Notice.asking("There is a “" + file.getFileName() + "” already.",
                        new Choice("Replace it", () -> write(file, true, wanted)))),
                failure -> notWritten(file, wanted, failure));
    }

    private void notWritten(Path file, Wanted wanted, Throwable failure) {
        switch (failure) {
            case Inexpressible refusal -> refuse(wanted, refusal);
            case IOException refused -> {
                LOG.info("Not exported: {}", refused.toString());
                session.tell(new Notice(Notice.Kind.ERROR,
                        "“" + file.getFileName() + "” was not exported: " + SaveFailure.reason(refused) + "."));
            }
            default -> session.fail(failure);
        }
    }

    private void refuse(Wanted wanted, Inexpressible refusal) {
        LOG.info("Not exported: {}", refusal.getMessage());
        session.tell(new Notice(Notice.Kind.ERROR, "The lane “" + wanted.lane().variant().title()
                + "” cannot be exported: " + refusal.getMessage() + "."));
    }
}
