package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TL-Lincoln's additions: contact, free text, the rows again with group codes, the booker, points. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class RisaplsCommonInformation {

    @XmlElement(name = "Basic")
    public @Nullable RisaplsBasic basic;

    @XmlElement(name = "Allotment")
    public @Nullable Allotment allotment;

    @XmlElement(name = "RoomAndRoomRateInformation")
    public List<RoomAndGuest> rows = new ArrayList<>(0);

    @XmlElement(name = "Member")
    public @Nullable Member member;

    @XmlElement(name = "BasicRate")
    public @Nullable RisaplsBasicRate basicRate;
}
