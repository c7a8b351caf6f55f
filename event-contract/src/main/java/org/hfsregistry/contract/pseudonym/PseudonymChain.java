package org.hfsregistry.contract.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of pseudonyms, one after the other. The first makes a pseudonym of a patient's id, and each later one makes its
 * pseudonym of the text of the one before. So whoever has the later keys can turn an older pseudonym into the newest, and
 * needs neither the first key nor the patient's id for it.
 *
 * <p>A pseudonym begins with the name of its key: the id of the first one; of a later one the id, a hyphen and its place in
 * the chain. A chain that lost a key, or has another order, thus makes pseudonyms that nobody takes for those of the whole.
 */
public final class PseudonymChain {

    private final List<String> names = new ArrayList<>();
    private final List<PseudonymKey> laterKeys;

    private PseudonymChain(String firstKeyId, List<PseudonymKey> laterKeys) {
        PseudonymKey.requireId(firstKeyId);
        this.laterKeys = List.copyOf(laterKeys);
        names.add(firstKeyId);
        Set<String> ids = new HashSet<>(names);
        for (PseudonymKey key : laterKeys) {
            if (!ids.add(key.id())) {
                throw new UnusableKey("two keys have the id " + key.id());
            }
            String name = key.id() + "-" + (names.size() + 1);
            if (!PatientPseudonym.isKeyName(name)) {
                throw new UnusableKey("the id " + key.id() + " is too long for a later key: with its place it is "
                        + name + ", and has to have at most 16 characters");
            }
            names.add(name);
        }
    }

    /**
     * For those who never see a patient's id.
     *
     * @param firstKeyId the id of the key that they don't have
     * @param laterKeys in their order
     * @throws UnusableKey where two are the same
     */
    public static PseudonymChain after(String firstKeyId, List<PseudonymKey> laterKeys) {
        requireDistinct(laterKeys);
        return new PseudonymChain(firstKeyId, laterKeys);
    }

    /**
     * For those who have the first key too.
     *
     * @throws UnusableKey where two are the same
     */
    public static PseudonymChain of(PseudonymKey first, List<PseudonymKey> laterKeys) {
        List<PseudonymKey> all = new ArrayList<>(laterKeys);
        all.addFirst(first);
        requireDistinct(all);
        return new PseudonymChain(first.id(), laterKeys);
    }

    private static void requireDistinct(List<PseudonymKey> keys) {
        for (int later = 1; later < keys.size(); later++) {
            for (PseudonymKey earlier : keys.subList(0, later)) {
                if (earlier.isSameAs(keys.get(later))) {
                    throw new UnusableKey("the keys " + earlier.id() + " and "
                            + keys.get(later).id() + " are the same secret");
                }
            }
        }
    }

    /** The names of the keys, the newest last. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The name that newest pseudonyms begin with. */
    public String newestName() {
        return names.getLast();
    }

    /** Whether a pseudonym is one of the newest. @throws UnknownPseudonymKey where its key is none of these */
    public boolean isNewest(PatientPseudonym pseudonym) {
        return place(pseudonym) == names.size() - 1;
    }

    /** The same patient's newest pseudonym. @throws UnknownPseudonymKey where the key of the given one is none of these */
    public PatientPseudonym newest(PatientPseudonym pseudonym) {
        return from(pseudonym).getLast();
    }

    /**
     * The same patient's pseudonyms from the given one to the newest.
     *
     * @throws UnknownPseudonymKey where the key of the given one is none of these
     */
    public List<PatientPseudonym> from(PatientPseudonym pseudonym) {
        List<PatientPseudonym> pseudonyms = new ArrayList<>(List.of(pseudonym));
        for (int place = place(pseudonym) + 1; place < names.size(); place++) {
            byte[] hash = laterKeys
                    .get(place - 1)
                    .mac()
                    .doFinal(pseudonyms.getLast().value().getBytes(UTF_8));
            pseudonyms.add(PatientPseudonym.of(names.get(place), hash));
        }
        return pseudonyms;
    }

    /** Makes sure that the key of this name is one of these. @throws UnknownPseudonymKey where it is not */
    public void requireKnown(String name) {
        place(name);
    }

    private int place(PatientPseudonym pseudonym) {
        return place(pseudonym.keyName());
    }

    private int place(String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new UnknownPseudonymKey(name, names);
        }
        return place;
    }
}
