package skipstitch.files.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import skipstitch.network.Inlet;
import skipstitch.network.Layer;
import skipstitch.network.Node;
import skipstitch.network.NodeId;

/** Reads the nodes of a network; what is wrong with one costs as little as it can. */
final class NodeReading {
    private final Complaints complaints;
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Set<NodeId> unknown = new LinkedHashSet<>();

    NodeReading(Complaints complaints) {
        this.complaints = complaints;
    }

    void read(List<Json> values) {
        for (Json value : values) {
            try {
                read(Members.of(value, complaints));
            } catch (Wrong wrong) {
                complaints.add(wrong, "this node is left out");
            }
        }
    }

    private void read(Members node) throws Wrong {
        Json written = node.need("id", value -> value);
        NodeId id = Values.id(written);
        if (nodes.containsKey(id)) {
            throw new Wrong(written.at(), "two nodes have the id “" + id + "”");
        }
        Layer layer = layer(id, node);
        String name = node.get("name", Values::name, "");
        String group = node.get("group", Values::name, "");
        nodes.put(id, new Node(id, name, group, layer, inlets(node)));
        if (!unknown.contains(id)) {
            node.complainOfTheRest(layer.op() + " " + id);
        }
    }

    /** The layer, or something in its place until the node is taken out again. */
    private Layer layer(NodeId id, Members node) {
        try {
            return new LayerReading(node).layer(node.need("op", value -> value));
        } catch (Wrong wrong) {
            complaints.add(wrong, "node " + id + " is left out, and the gap is closed");
            unknown.add(id);
            return new Layer.Identity();
        }
    }

    private List<Inlet> inlets(Members node) {
        List<Inlet> inlets = new ArrayList<>();
        Optional<Json> from = node.take("from");
        if (from.isPresent()) {
            List<Json> written = from.get() instanceof Json.Items list ? list.values() : List.of(from.get());
            for (Json each : written) {
                try {
                    inlets.add(inlet(each));
                } catch (Wrong wrong) {
                    complaints.add(wrong, "this edge is left out");
                }
            }
        }
        return inlets;
    }

    private Inlet inlet(Json value) throws Wrong {
        if (value instanceof Json.Fields object) {
            Members members = new Members(object, complaints);
            Optional<Json> skip = members.take("skip");
            if (skip.isPresent()) {
                return Inlet.skip(Values.id(skip.get()));
            }
            Optional<Json> indices = members.take("indices");
            if (indices.isPresent()) {
                return Inlet.indices(Values.id(indices.get()));
            }
            throw new Wrong(value.at(), "“skip” or “indices” should stand in these braces");
        }
        return Inlet.main(Values.id(value));
    }

    /** All that have an id, in the file's order. */
    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Those of them whose layer nobody knows. */
    Set<NodeId> unknown() {
        return unknown;
    }
}
