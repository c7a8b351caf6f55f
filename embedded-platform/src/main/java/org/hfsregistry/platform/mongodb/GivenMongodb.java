package org.hfsregistry.platform.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hfsregistry.platform.machine.ServerUnavailable;

/** A MongoDB somebody else runs. */
final class GivenMongodb implements MongodbServer {

    private static final Pattern SHAPE =
            Pattern.compile("(?<hosts>mongodb(?:\\+srv)?://[^/?]+)(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");
    private static final String REMEDY = "Start it, correct HFS_MONGODB_URI, or unset it.";

    private final String uri;
    private final String hosts;
    private final String database;
    private final String options;

    GivenMongodb(String uri) {
        Matcher parts = SHAPE.matcher(uri);
        if (!parts.matches()) {
            throw new ServerUnavailable(
                    "HFS_MONGODB_URI is no MongoDB connection string",
                    "It has the shape mongodb://host:port/database.");
        }
        this.uri = uri;
        this.hosts = parts.group("hosts");
        this.database = orElse(parts.group("database"), DEFAULT_DATABASE);
        this.options = orElse(parts.group("options"), "");
    }

    @Override
    public String uri() {
        return uri(database);
    }

    /** Another database of the same server; who may sign in is still looked up where the given string says. */
    @Override
    public String uri(String name) {
        MongoCredential credential = hosts.contains("+srv") ? null : new ConnectionString(uri).getCredential();
        String signIn = credential == null || options.contains("authSource=")
                ? ""
                : (options.isEmpty() ? "" : "&") + "authSource=" + credential.getSource();
        String all = options + signIn;
        return hosts + "/" + name + (all.isEmpty() ? "" : "?" + all);
    }

    @Override
    public String description() {
        return "the server that HFS_MONGODB_URI names, at " + hosts.replaceFirst("//.*@", "//");
    }

    @Override
    public void start() {
        try {
            Answers.ping(uri());
        } catch (MongoException | IllegalArgumentException e) {
            throw new ServerUnavailable("It does not answer: " + description(), REMEDY, e);
        }
    }

    @Override
    public void stop() {}

    private static String orElse(String part, String otherwise) {
        return part == null || part.isEmpty() ? otherwise : part;
    }
}
