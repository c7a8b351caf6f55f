package org.hfsregistry.analytics.statistic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.jspecify.annotations.Nullable;

/** What hospitals said of themselves, as fields. */
final class Profiles {
    private Profiles() {}

    static Map<String, Object> fields(HospitalProfile profile) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", profile.name());
        said.put("country", profile.country());
        Map<String, Object> equipment = new LinkedHashMap<>();
        put(equipment, "mri3t", profile.mri3t());
        put(equipment, "intraoperativeMonitoring", profile.intraoperativeMonitoring());
        put(equipment, "multidisciplinaryTeam", profile.multidisciplinaryTeam());
        put(equipment, "functionalNeurosurgery", profile.functionalNeurosurgery());
        put(equipment, "academic", profile.academic());
        said.put("equipment", equipment);
        said.put("team", profile.team().stream().map(member -> member.code()).toList());
        return said;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Boolean value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
