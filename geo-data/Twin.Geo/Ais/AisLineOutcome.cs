namespace Twin.Geo.Ais;

/// <summary>What became of one line of a feed.</summary>
public enum AisLineOutcome
{
    /// <summary>The line carried nothing of AIS: blank, a comment, another sentence of NMEA 0183.</summary>
    Ignored,

    /// <summary>A whole message stands in the frame.</summary>
    Message,

    /// <summary>A part of a message, kept until its other parts come.</summary>
    Part,

    /// <summary>A part that has come before, from the same receiver.</summary>
    RepeatedPart,

    /// <summary>The fields of the sentence or of its tag block are not where the standard puts them.</summary>
    Malformed,

    /// <summary>The checksum of the sentence or of its tag block is missing or wrong.</summary>
    WrongChecksum,

    /// <summary>The payload holds characters outside the six-bit alphabet.</summary>
    BadPayload,

    /// <summary>The message is shorter than its type must be.</summary>
    TooShort,

    /// <summary>The message is of no type of ITU-R M.1371, 1 to 27.</summary>
    UnknownType,
}
