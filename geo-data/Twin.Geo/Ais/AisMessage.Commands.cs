using System.Collections.Immutable;

namespace Twin.Geo.Ais;

/// <content>What base stations order and ask.</content>
public abstract partial record AisMessage
{
    /// <summary>Message 15: a question for messages of one or two stations.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Questions">What is asked, one to three times.</param>
    public sealed record Interrogation(AisHeader Header, ImmutableArray<AisQuestion> Questions) : AisMessage(Header);

    /// <summary>Message 16: how often one or two stations shall send.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Assignments">The orders.</param>
    public sealed record AssignedMode(AisHeader Header, ImmutableArray<AisAssignment> Assignments)
        : AisMessage(Header);

    /// <summary>Message 20: slots that a base station keeps for itself.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Reservations">One to four runs of slots.</param>
    public sealed record SlotReservations(AisHeader Header, ImmutableArray<AisReservation> Reservations)
        : AisMessage(Header);

    /// <summary>Message 22: the channels to be used in an area, or by two stations.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    public sealed record ChannelManagement(AisHeader Header) : AisMessage(Header)
    {
        /// <summary>The channel for A (ITU-R M.1084).</summary>
        public required int ChannelA { get; init; }

        /// <summary>The channel for B.</summary>
        public required int ChannelB { get; init; }

        /// <summary>Which channels send and receive, as coded.</summary>
        public required int TransmitReceive { get; init; }

        /// <summary>Whether to send with low power.</summary>
        public required bool IsLowPower { get; init; }

        /// <summary>The area; <c>null</c> where stations are addressed.</summary>
        public required AisArea? Area { get; init; }

        /// <summary>The stations; empty where an area is given.</summary>
        public required ImmutableArray<uint> DestinationIds { get; init; }

        /// <summary>Whether channel A is 12.5 kHz wide.</summary>
        public required bool IsNarrowA { get; init; }

        /// <summary>Whether channel B is 12.5 kHz wide.</summary>
        public required bool IsNarrowB { get; init; }

        /// <summary>The width of the zone around the area, as coded.</summary>
        public required int ZoneSize { get; init; }
    }

    /// <summary>Message 23: how often the stations of an area shall send.</summary>
    /// <param name="Header"><inheritdoc cref="AisMessage" path="/param[@name='Header']"/></param>
    /// <param name="Area">The area.</param>
    /// <param name="StationType">The stations meant, as coded (table 77).</param>
    /// <param name="ShipType">The ships meant; <c>null</c> for all.</param>
    /// <param name="TransmitReceive">Which channels send and receive, as coded.</param>
    /// <param name="ReportingInterval">How often, as coded (table 78).</param>
    /// <param name="QuietTimeMinutes">How long to be silent; 0 for no silence.</param>
    public sealed record GroupAssignment(
        AisHeader Header,
        AisArea Area,
        int StationType,
        int? ShipType,
        int TransmitReceive,
        int ReportingInterval,
        int QuietTimeMinutes)
        : AisMessage(Header);
}
