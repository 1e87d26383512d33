package io.toritsugi.telegram.model;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import org.jspecify.annotations.Nullable;

/** A question of the hotel and the guest's answer; senders differ in the names of the two. */
@XmlAccessorType(XmlAccessType.FIELD)
public final class QuestionAndAnswer {

    @XmlElement(name = "FromHotelQuestion")
    public @Nullable String fromHotelQuestion;

    @XmlElement(name = "ToHotelAnswer")
    public @Nullable String toHotelAnswer;

    @XmlElement(name = "Question")
    public @Nullable String question;

    @XmlElement(name = "Answer")
    public @Nullable String answer;
}
