package org.hfsregistry.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hfsregistry.sample.HospitalOutcomes;

/**
 * One outcome that a hospital sends.
 *
 * @param at which part of its hospital's outcomes has been sent with it
 */
record Scene(String hospitalId, String row, double at) {

    /** All outcomes of all hospitals: each hospital's in its order, and every hospital as far as the others at any time. */
    static List<Scene> of(List<HospitalOutcomes> hospitals) {
        List<Scene> scenes = new ArrayList<>();
        for (HospitalOutcomes hospital : hospitals) {
            List<String> rows = hospital.rows().get();
            for (int row = 0; row < rows.size(); row++) {
                scenes.add(new Scene(hospital.hospitalId(), rows.get(row), (row + 1.0) / rows.size()));
            }
        }
        // hospitals stay in their order where they are equally far, so the play is the same each time
        scenes.sort(Comparator.comparingDouble(Scene::at));
        return List.copyOf(scenes);
    }
}
