package io.toritsugi.reservation;

import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.upgrade.UpgradeAdvisor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** The lane's step {@code enrich}: a stay that seems to find no room gets its upgrades, or the proof that there are none. */
@Component("enrichWithUpgrades")
class EnrichBatch {

    private final InventoryStore inventory;
    private final UpgradeAdvisor advisor;

    EnrichBatch(InventoryStore inventory, UpgradeAdvisor advisor) {
        this.inventory = inventory;
        this.advisor = advisor;
    }

    /** Asks for the free rooms of all stays of the batch at once, and for advice about those that lack some. */
    public LaneBatch enrich(@Body LaneBatch batch) {
        Map<Long, MappedStay> stays = new HashMap<>();
        Set<NightKey> nights = new TreeSet<>();
        batch.mapped().forEach((telegram, mapped) -> {
            if (mapped.stay() != null) {
                stays.put(telegram, mapped.stay());
                nights.addAll(mapped.stay().nights().keySet());
            }
        });
        var ledger = inventory.load(nights);
        var advice = advisor.forBatch();
        for (var telegram : batch.telegrams()) {
            var stay = stays.get(telegram.head().id());
            if (stay != null) {
                var lacking = ledger.lacking(Map.of(), stay.nights());
                if (!lacking.isEmpty()) {
                    batch.suggestions()
                            .put(
                                    telegram.head().id(),
                                    advice.suggest(LackingRooms.request(
                                            telegram.head().hotelId(),
                                            telegram.head().channel(),
                                            stay,
                                            lacking)));
                }
            }
        }
        return batch;
    }
}
