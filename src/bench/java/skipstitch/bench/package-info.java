/**
 * JMH benchmarks, built and run under the Maven profile {@code bench} alone. What they measured stands in
 * {@code docs/benchmarks.md}.
 */
package skipstitch.bench;
