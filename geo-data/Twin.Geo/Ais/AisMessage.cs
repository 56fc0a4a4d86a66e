using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Geo.Ais;

/// <summary>
/// A message of ITU-R M.1371-5 annex 8, one nested case for each shape of its 27 types; the commands that base
/// stations send are in the other half. Where only positions matter, <see cref="AisPositionReader"/> is cheaper.
/// </summary>
/// <param name="Header">Type, repeat indicator and sender.</param>
public abstract partial record AisMessage(AisHeader Header)
{
    /// <summary>Messages 1, 2 and 3: the position of a class A vessel.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Report">The position report.</param>
    /// <param name="IsInSpecialManeuver">Whether a special maneuver is under way.</param>
    /// <param name="Communication">The communication state.</param>
    public sealed record ClassAPosition(
        AisHeader Header, AisPositionReport Report, bool? IsInSpecialManeuver, AisCommunicationState Communication)
        : AisMessage(Header);

    /// <summary>Message 4: the clock and place of a base station; message 11: of a vessel that was asked.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Time">Its clock, UTC.</param>
    /// <param name="Position">Its place.</param>
    /// <param name="IsAccurate">Whether the place is good to 10 m.</param>
    /// <param name="PositioningDevice">What fixes the place.</param>
    /// <param name="HasRaim">Whether satellites are monitored.</param>
    /// <param name="Communication">The communication state.</param>
    public sealed record BaseStation(
        AisHeader Header,
        AisMoment Time,
        GeoPosition? Position,
        bool IsAccurate,
        AisPositioningDevice? PositioningDevice,
        bool HasRaim,
        AisCommunicationState Communication)
        : AisMessage(Header);

    /// <summary>Message 5: static and voyage data of a class A vessel.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    public sealed record StaticAndVoyage(AisHeader Header) : AisMessage(Header)
    {
        /// <summary>The edition of the standard that the station follows, 0 to 3.</summary>
        public required int AisVersion { get; init; }

        /// <summary>The IMO number, unchecked.</summary>
        public required uint? ImoNumber { get; init; }

        /// <summary>The call sign.</summary>
        public required string? CallSign { get; init; }

        /// <summary>The name.</summary>
        public required string? Name { get; init; }

        /// <summary>The type of ship and cargo, 1 to 255 (table 54).</summary>
        public required int? ShipType { get; init; }

        /// <summary>Length and beam.</summary>
        public required AisDimensions? Dimensions { get; init; }

        /// <summary>What fixes positions.</summary>
        public required AisPositioningDevice? PositioningDevice { get; init; }

        /// <summary>When the vessel expects to arrive.</summary>
        public required AisMoment Arrival { get; init; }

        /// <summary>The greatest draught now; 25.5 means that or more.</summary>
        public required double? DraughtMeters { get; init; }

        /// <summary>Where it goes.</summary>
        public required string? Destination { get; init; }

        /// <summary>Whether a terminal is connected; <c>null</c> where the message ends before.</summary>
        public required bool? HasDataTerminal { get; init; }
    }

    /// <summary>Message 6: binary data for one station.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Sequence">0 to 3.</param>
    /// <param name="DestinationId">The station.</param>
    /// <param name="IsRetransmitted">Whether it was sent before.</param>
    /// <param name="Application">Whose data it is.</param>
    /// <param name="Data">The data.</param>
    /// <param name="Content">The data read, where the application is known.</param>
    public sealed record AddressedBinary(
        AisHeader Header,
        int Sequence,
        uint DestinationId,
        bool IsRetransmitted,
        AisApplicationId Application,
        AisBinaryData Data,
        AisApplicationContent? Content)
        : AisMessage(Header);

    /// <summary>Messages 7 and 13: up to four messages were received.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Receipts">What was received.</param>
    public sealed record Acknowledgement(AisHeader Header, ImmutableArray<AisReceipt> Receipts) : AisMessage(Header);

    /// <summary>Message 8: binary data for all.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Application">Whose data it is.</param>
    /// <param name="Data">The data.</param>
    /// <param name="Content">The data read, where the application is known.</param>
    public sealed record BroadcastBinary(
        AisHeader Header, AisApplicationId Application, AisBinaryData Data, AisApplicationContent? Content)
        : AisMessage(Header);

    /// <summary>Message 9: the position of an aircraft in search and rescue.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Report">The position report.</param>
    /// <param name="AltitudeMeters">The altitude; 4,094 means that or more.</param>
    /// <param name="IsBarometric">Whether a barometer and not a satellite gives it.</param>
    /// <param name="HasDataTerminal">Whether a terminal is connected.</param>
    /// <param name="IsAssigned">Whether a base station sets its rate.</param>
    /// <param name="Communication">The communication state.</param>
    public sealed record RescueAircraft(
        AisHeader Header,
        AisPositionReport Report,
        int? AltitudeMeters,
        bool IsBarometric,
        bool HasDataTerminal,
        bool IsAssigned,
        AisCommunicationState Communication)
        : AisMessage(Header);

    /// <summary>Message 10: a question for the clock and place of a station.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="DestinationId">The station.</param>
    public sealed record UtcInquiry(AisHeader Header, uint DestinationId) : AisMessage(Header);

    /// <summary>Message 12: safety related text for one station.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Sequence">0 to 3.</param>
    /// <param name="DestinationId">The station.</param>
    /// <param name="IsRetransmitted">Whether it was sent before.</param>
    /// <param name="Text">The text.</param>
    public sealed record AddressedSafety(
        AisHeader Header, int Sequence, uint DestinationId, bool IsRetransmitted, string? Text)
        : AisMessage(Header);

    /// <summary>Message 14: safety related text for all.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Text">The text.</param>
    public sealed record BroadcastSafety(AisHeader Header, string? Text) : AisMessage(Header);

    /// <summary>Message 17: corrections for satellite receivers.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Position">Where the reference station stands.</param>
    /// <param name="Data">The corrections, as of ITU-R M.823.</param>
    public sealed record DgnssCorrections(AisHeader Header, GeoPosition? Position, AisBinaryData Data)
        : AisMessage(Header);

    /// <summary>Message 18: the position of a class B vessel.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Report">The position report.</param>
    /// <param name="Abilities">What the station can.</param>
    /// <param name="IsAssigned">Whether a base station sets its rate.</param>
    /// <param name="Communication">The communication state.</param>
    public sealed record ClassBPosition(
        AisHeader Header,
        AisPositionReport Report,
        AisClassBAbilities Abilities,
        bool IsAssigned,
        AisCommunicationState Communication)
        : AisMessage(Header);

    /// <summary>Message 19: the position and the static data of a class B vessel.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Report">The position report.</param>
    /// <param name="Name">The name.</param>
    /// <param name="ShipType">The type of ship and cargo, 1 to 255.</param>
    /// <param name="Dimensions">Length and beam.</param>
    /// <param name="PositioningDevice">What fixes positions.</param>
    /// <param name="HasDataTerminal">Whether a terminal is connected.</param>
    /// <param name="IsAssigned">Whether a base station sets its rate.</param>
    public sealed record ClassBExtended(
        AisHeader Header,
        AisPositionReport Report,
        string? Name,
        int? ShipType,
        AisDimensions? Dimensions,
        AisPositioningDevice? PositioningDevice,
        bool HasDataTerminal,
        bool IsAssigned)
        : AisMessage(Header);

    /// <summary>Message 21: an aid to navigation.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    public sealed record AidToNavigation(AisHeader Header) : AisMessage(Header)
    {
        /// <summary>The kind of aid, 1 to 31 (table 74).</summary>
        public required int? Kind { get; init; }

        /// <summary>The name, up to 34 characters.</summary>
        public required string? Name { get; init; }

        /// <summary>Where it is.</summary>
        public required GeoPosition? Position { get; init; }

        /// <summary>Whether the position is good to 10 m.</summary>
        public required bool IsAccurate { get; init; }

        /// <summary>Its size.</summary>
        public required AisDimensions? Dimensions { get; init; }

        /// <summary>What fixes its position.</summary>
        public required AisPositioningDevice? PositioningDevice { get; init; }

        /// <summary>The second of the minute in which the position was fixed.</summary>
        public required int? UtcSecond { get; init; }

        /// <summary>Whether a floating aid has left its place; <c>null</c> where the position is not fixed.</summary>
        public required bool? IsOffPosition { get; init; }

        /// <summary>Eight bits whose meaning regions define.</summary>
        public required byte Status { get; init; }

        /// <summary>Whether satellites are monitored.</summary>
        public required bool HasRaim { get; init; }

        /// <summary>Whether the aid exists on charts only.</summary>
        public required bool IsVirtual { get; init; }

        /// <summary>Whether a base station sets its rate.</summary>
        public required bool IsAssigned { get; init; }
    }

    /// <summary>Message 24, part A: the name of a vessel.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Name">The name.</param>
    public sealed record StaticDataA(AisHeader Header, string? Name) : AisMessage(Header);

    /// <summary>Message 24, part B: what a class B vessel is.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="ShipType">The type of ship and cargo, 1 to 255.</param>
    /// <param name="VendorId">Who made the station: three characters.</param>
    /// <param name="CallSign">The call sign.</param>
    /// <param name="Dimensions">Length and beam; <c>null</c> for a craft that belongs to another.</param>
    /// <param name="MotherShipId">The user ID of the ship that a craft belongs to.</param>
    public sealed record StaticDataB(
        AisHeader Header,
        int? ShipType,
        string? VendorId,
        string? CallSign,
        AisDimensions? Dimensions,
        uint? MotherShipId)
        : AisMessage(Header)
    {
        /// <summary>The model of the station, 0 to 15.</summary>
        public required int Model { get; init; }

        /// <summary>The serial number of the station.</summary>
        public required int SerialNumber { get; init; }
    }

    /// <summary>Messages 25 and 26: short binary data.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="DestinationId">The station; <c>null</c> for all.</param>
    /// <param name="Application">Whose data it is; <c>null</c> for data without a declared structure.</param>
    /// <param name="Data">The data.</param>
    /// <param name="Communication">The communication state of message 26.</param>
    public sealed record SlotBinary(
        AisHeader Header,
        uint? DestinationId,
        AisApplicationId? Application,
        AisBinaryData Data,
        AisCommunicationState? Communication)
        : AisMessage(Header);

    /// <summary>Message 27: a position for receivers far away.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Report">The position report.</param>
    /// <param name="IsOld">Whether the position is older than 5 s.</param>
    public sealed record LongRangePosition(AisHeader Header, AisPositionReport Report, bool IsOld)
        : AisMessage(Header);
}
