package skipstitch.files.onnx.reading;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Operators in an order in which each comes after what it reads, else as in the file.
 *
 * @param looped those on a loop, and behind one
 */
record OperatorOrder(List<NodeProto> ordered, List<NodeProto> looped) {

    static OperatorOrder of(GraphProto graph) {
        List<NodeProto> all = graph.getNodeList();
        Map<String, Integer> makers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String output : all.get(i).getOutputList()) {
                makers.putIfAbsent(output, i);
            }
        }
        int[] missing = new int[all.size()];
        Map<Integer, List<Integer>> readers = new HashMap<>();
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < all.size(); i++) {
            for (String input : all.get(i).getInputList()) {
                if (!input.isEmpty() && makers.containsKey(input)) {
                    missing[i]++;
                    readers.computeIfAbsent(makers.get(input), _ -> new ArrayList<>()).add(i);
                }
            }
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        List<NodeProto> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            ordered.add(all.get(next));
            for (int reader : readers.getOrDefault(next, List.of())) {
                if (--missing[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        List<NodeProto> looped = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] > 0) {
                looped.add(all.get(i));
            }
        }
        return new OperatorOrder(ordered, looped);
    }
}
