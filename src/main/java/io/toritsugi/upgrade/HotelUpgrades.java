package io.toritsugi.upgrade;

import io.toritsugi.inventory.AvailabilityGrid;
import org.jspecify.annotations.Nullable;

/**
 * All that one hotel's suggestions are made of at one moment.
 *
 * @param grid the nights of the horizon
 * @param demand null where displacement costs are not reported
 */
record HotelUpgrades(
        UpgradeEngine engine,
        AvailabilityGrid grid,
        @Nullable DemandModel demand) {}
