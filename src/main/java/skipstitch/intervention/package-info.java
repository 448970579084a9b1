/**
 * What a person does to a tensor on its way along an edge, to see what follows: it is shuffled, made louder or quieter,
 * painted on, erased. Values alone; whoever runs a network applies
 * them ({@link skipstitch.intervention.Interventions}).
 */
package skipstitch.intervention;
