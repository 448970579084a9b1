package skipstitch.training.tasks;

/** Two streams of examples that share none. */
public enum Split { TRAINING, HELD_OUT }
