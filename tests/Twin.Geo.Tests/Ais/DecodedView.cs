using System.Globalization;
using Twin.Geo.Ais;
using Twin.Model.Space;

namespace Twin.Geo.Tests.Ais;

/// <summary>
/// A message under the member names of the reference decoders (gpsd, libais), so that their answers can be compared
/// member by member. Numbers are <c>double</c>, missing values <c>null</c>.
/// </summary>
internal sealed class DecodedView
{
    private readonly Dictionary<string, object?> _members = new(StringComparer.Ordinal);

    private DecodedView(AisHeader header)
    {
        Put("type", header.MessageType);
        Put("repeat", header.RepeatIndicator);
        Put("mmsi", header.UserId);
    }

    public IReadOnlyDictionary<string, object?> Members => _members;

    public static DecodedView Of(AisMessage message)
    {
        var view = new DecodedView(message.Header);
        switch (message)
        {
            case AisMessage.ClassAPosition m:
                view.Report(m.Report);
                view.Put("maneuver", m.IsInSpecialManeuver);
                view.Radio(m.Communication, selector: false);
                break;
            case AisMessage.BaseStation m:
                view.Base(m);
                break;
            case AisMessage.StaticAndVoyage m:
                view.Static(m);
                break;
            case AisMessage.AddressedBinary m:
                view.Put("seqno", m.Sequence);
                view.Put("dest_mmsi", m.DestinationId);
                view.Put("retransmit", m.IsRetransmitted);
                view.Binary(m.Application, m.Data, m.Content);
                break;
            case AisMessage.BroadcastBinary m:
                view.Binary(m.Application, m.Data, m.Content);
                break;
            case AisMessage.Acknowledgement m:
                for (var i = 0; i < 4; i++)
                {
                    view.Put(Numbered("mmsi", i), i < m.Receipts.Length ? m.Receipts[i].DestinationId : 0);
                }

                break;
            case AisMessage.RescueAircraft m:
                view.Aircraft(m);
                break;
            case AisMessage.UtcInquiry m:
                view.Put("dest_mmsi", m.DestinationId);
                break;
            case AisMessage.AddressedSafety m:
                view.Put("seqno", m.Sequence);
                view.Put("dest_mmsi", m.DestinationId);
                view.Put("retransmit", m.IsRetransmitted);
                view.Put("text", m.Text);
                break;
            case AisMessage.BroadcastSafety m:
                view.Put("text", m.Text);
                break;
            case AisMessage.DgnssCorrections m:
                view.Place(m.Position);
                view.Data(m.Data);
                break;
            default:
                view.Rest(message);
                break;
        }

        return view;
    }

    /// <summary>
    /// The same where libais differs from the standard: it turns the flags of messages 6 and 27 around, takes the speed
    /// of message 9 for tenths, prints the first minute of a notice as its duration, and spells two characters
    /// otherwise.
    /// </summary>
    public DecodedView ToLibais()
    {
        switch (_members["type"])
        {
            case 6.0:
                _members["retransmit"] = !(bool)_members["retransmit"]!; // Every message 6 has it.
                break;
            case 9.0 when _members["speed"] is double knots:
                _members["speed"] = knots / 10;
                break;
            case 21.0:
                _members["name"] = ((string?)_members["name"])?.Replace('_', '-').Replace('\'', '`');
                break;
            case 27.0:
                _members["gnss"] = !(bool)_members["gnss"]!; // Every message 27 has it.
                break;
            case 8.0 when _members.TryGetValue("minute", out var minute):
                _members["duration_minutes"] = minute;
                break;
        }

        return this;
    }

    public void Add(DecodedView other)
    {
        foreach (var (name, value) in other._members)
        {
            _members[name] = value;
        }
    }

    private void Rest(AisMessage message)
    {
        switch (message)
        {
            case AisMessage.Interrogation m:
                Questions(m);
                break;
            case AisMessage.AssignedMode m:
                for (var i = 0; i < 2; i++)
                {
                    var one = i < m.Assignments.Length ? m.Assignments[i] : default;
                    Put(Numbered("mmsi", i), one.DestinationId);
                    Put(Numbered("offset", i), one.SlotOffset);
                    Put(Numbered("increment", i), one.Increment);
                }

                break;
            case AisMessage.SlotReservations m:
                for (var i = 0; i < 4; i++)
                {
                    var one = i < m.Reservations.Length ? m.Reservations[i] : default;
                    Put(Numbered("offset", i), one.SlotOffset);
                    Put(Numbered("number", i), one.SlotCount);
                    Put(Numbered("timeout", i), one.TimeoutMinutes);
                    Put(Numbered("increment", i), one.Increment);
                }

                break;
            case AisMessage.ClassBPosition m:
                ClassB(m);
                break;
            case AisMessage.AidToNavigation m:
                Aid(m);
                break;
            case AisMessage.ChannelManagement m:
                Channels(m);
                break;
            case AisMessage.GroupAssignment m:
                Group(m);
                break;
            case AisMessage.StaticDataA m:
                Put("part_num", 0);
                Put("shipname", m.Name);
                break;
            case AisMessage.StaticDataB m:
                Craft(m);
                break;
            case AisMessage.SlotBinary m:
                Slot(m);
                break;
            case AisMessage.LongRangePosition m:
                Report(m.Report);
                Put("gnss", m.IsOld);
                break;
            default:
                throw new InvalidOperationException($"No view of {message.GetType().Name}.");
        }
    }

    private void Aircraft(AisMessage.RescueAircraft message)
    {
        Report(message.Report);
        Put("alt", message.AltitudeMeters);
        Put("alt_sensor", message.IsBarometric ? 1 : 0);
        Put("dte", message.HasDataTerminal ? 0 : 1);
        Put("assigned", message.IsAssigned);
        Radio(message.Communication, selector: true);
    }

    private void ClassB(AisMessage.ClassBPosition message)
    {
        Report(message.Report);
        Put("cs", message.Abilities.IsCarrierSense);
        Put("unit", message.Abilities.IsCarrierSense);
        Put("display", message.Abilities.HasDisplay);
        Put("dsc", message.Abilities.HasDsc);
        Put("band", message.Abilities.CoversWholeBand);
        Put("msg22", message.Abilities.TakesMessage22);
        Put("mode", message.IsAssigned);
        Radio(message.Communication, selector: true);
    }

    private void Report(AisPositionReport report)
    {
        Place(report.Position);
        Put("accuracy", report.IsAccurate);
        Put("raim", report.HasRaim);
        Put("speed", report.SpeedOverGroundKnots);
        Put("course", report.CourseOverGroundDegrees);
        Put("heading", report.TrueHeadingDegrees);
        Put("second", report.UtcSecond);
        Put("status", (int?)report.Status);
        _members["turn"] = report.FastTurn switch
        {
            AisFastTurn.Left => "fastleft",
            AisFastTurn.Right => "fastright",
            _ => report.RateOfTurnDegreesPerMinute,
        };
    }

    private void Base(AisMessage.BaseStation message)
    {
        Moment("timestamp", message.Time);
        Place(message.Position);
        Put("accuracy", message.IsAccurate);
        Put("epfd", (int?)message.PositioningDevice);
        Put("raim", message.HasRaim);
        Radio(message.Communication, selector: false);
    }

    private void Static(AisMessage.StaticAndVoyage message)
    {
        Put("ais_version", message.AisVersion);
        Put("imo", message.ImoNumber);
        Put("callsign", message.CallSign);
        Put("shipname", message.Name);
        Put("shiptype", message.ShipType);
        Dimensions(message.Dimensions);
        Put("epfd", (int?)message.PositioningDevice);
        Moment("eta", message.Arrival);
        Put("draught", message.DraughtMeters);
        Put("destination", message.Destination);
        Put("dte", message.HasDataTerminal is { } has ? Convert.ToInt32(!has) : null);
    }

    private void Aid(AisMessage.AidToNavigation message)
    {
        Put("aid_type", message.Kind);
        Put("name", message.Name);
        Place(message.Position);
        Put("accuracy", message.IsAccurate);
        Dimensions(message.Dimensions);
        Put("epfd", (int?)message.PositioningDevice);
        Put("second", message.UtcSecond);
        Put("off_position", message.IsOffPosition);
        Put("regional", message.Status);
        Put("raim", message.HasRaim);
        Put("virtual_aid", message.IsVirtual);
        Put("assigned", message.IsAssigned);
    }

    private void Questions(AisMessage.Interrogation message)
    {
        var first = message.Questions[0];
        AisQuestion second = message.Questions.Length > 1 ? message.Questions[1] : default;
        AisQuestion third = message.Questions.Length > 2 ? message.Questions[2] : default;
        Put("mmsi1", first.DestinationId);
        Put("type1_1", first.MessageType);
        Put("offset1_1", first.SlotOffset);
        Put("type1_2", second.MessageType);
        Put("offset1_2", second.SlotOffset);
        Put("mmsi2", third.DestinationId);
        Put("type2_1", third.MessageType);
        Put("offset2_1", third.SlotOffset);
    }

    private void Channels(AisMessage.ChannelManagement message)
    {
        Put("channel_a", message.ChannelA);
        Put("channel_b", message.ChannelB);
        Put("txrx", message.TransmitReceive);
        Put("power", message.IsLowPower);
        Put("addressed", message.Area is null);
        Put("band_a", message.IsNarrowA);
        Put("band_b", message.IsNarrowB);
        Put("zonesize", message.ZoneSize);
        if (message.Area is { } area)
        {
            Area(area);
            return;
        }

        Put("dest1", message.DestinationIds[0]);
        Put("dest2", message.DestinationIds[1]);
    }

    private void Group(AisMessage.GroupAssignment message)
    {
        Area(message.Area);
        Put("stationtype", message.StationType);
        Put("shiptype", message.ShipType);
        Put("txrx", message.TransmitReceive);
        Put("interval", message.ReportingInterval);
        Put("quiet", message.QuietTimeMinutes);
    }

    private void Craft(AisMessage.StaticDataB message)
    {
        Put("shiptype", message.ShipType);
        Put("vendorid", message.VendorId);
        Put("model", message.Model);
        Put("serial", message.SerialNumber);
        Put("callsign", message.CallSign);
        Dimensions(message.Dimensions);
    }

    private void Slot(AisMessage.SlotBinary message)
    {
        Put("addressed", message.DestinationId is not null);
        Put("structured", message.Application is not null);
        Put("dest_mmsi", message.DestinationId ?? 0);
        var application = message.Application;
        Put("app_id", application is { } id ? (id.DesignatedArea << 6) | id.Function : 0);
        Put("dac", application?.DesignatedArea);
        Put("fid", application?.Function);
        Data(message.Data);
        if (message.Communication is { } communication)
        {
            Radio(communication, selector: true);
        }
    }

    private void Binary(AisApplicationId application, AisBinaryData data, AisApplicationContent? content)
    {
        Put("dac", application.DesignatedArea);
        Put("fid", application.Function);
        Data(data);
        switch (content)
        {
            case AisApplicationContent.Telegram c:
                Put("ack_required", c.WantsReceipt);
                Put("msg_seq", c.Sequence);
                Put("text", c.Text);
                break;
            case AisApplicationContent.Description c:
                Put("linkage", c.Linkage);
                Put("text", c.Text);
                break;
            case AisApplicationContent.Tides c:
                Put("month", c.Month);
                Put("day", c.Day);
                _members["tidals"] = c.Windows;
                break;
            case AisApplicationContent.AreaNotice c:
                Put("link_id", c.Linkage);
                Put("notice_type", c.Kind);
                Put("minute", c.Begin.Minute);
                Put("duration_minutes", c.Duration?.TotalMinutes);
                _members["sub_areas"] = c.Shapes;
                break;
            case AisApplicationContent.Weather c:
                Weather(c);
                break;
        }
    }

    private void Weather(AisApplicationContent.Weather weather)
    {
        Place(weather.Position);
        Put("accuracy", weather.IsAccurate);
        Moment("timestamp", weather.Time);
        Put("wspeed", weather.Wind.SpeedKnots);
        Put("wdir", weather.Wind.DirectionDegrees);
        Put("wgust", weather.Gust.SpeedKnots);
        Put("wgustdir", weather.Gust.DirectionDegrees);
        Put("airtemp", weather.AirTemperatureCelsius);
        Put("humidity", weather.HumidityPercent);
        Put("dewpoint", weather.DewPointCelsius);
        Put("pressure", weather.PressureHectopascals);
        Put("visibility", weather.VisibilityNauticalMiles);
        Put("visgreater", weather.IsVisibilityGreater);
        Put("waterlevel", weather.WaterLevelMeters);
        Put("pressuretend", weather.PressureTendency?.ToString());
        Put("leveltrend", weather.WaterLevelTendency?.ToString());
        for (var i = 0; i < weather.Currents.Length; i++)
        {
            var suffix = i == 0 ? string.Empty : Numbered(string.Empty, i);
            Put("cspeed" + suffix, weather.Currents[i].SpeedKnots);
            Put("cdir" + suffix, weather.Currents[i].DirectionDegrees);
            Put("cdepth" + suffix, weather.Currents[i].DepthMeters);
        }

        Waves("wave", weather.Waves);
        Waves("swell", weather.Swell);
        Put("seastate", weather.SeaState);
        Put("watertemp", weather.WaterTemperatureCelsius);
        Put("preciptype", weather.Precipitation);
        Put("salinity", weather.SalinityPermille);
        Put("ice", weather.HasIce is { } ice ? Convert.ToInt32(ice) : null);
    }

    private void Waves(string prefix, AisWaves waves)
    {
        Put(prefix + "height", waves.HeightMeters);
        Put(prefix + "period", waves.PeriodSeconds);
        Put(prefix + "dir", waves.DirectionDegrees);
    }

    private void Dimensions(AisDimensions? dimensions)
    {
        Put("to_bow", dimensions?.ToBowMeters ?? 0);
        Put("to_stern", dimensions?.ToSternMeters ?? 0);
        Put("to_port", dimensions?.ToPortMeters ?? 0);
        Put("to_starboard", dimensions?.ToStarboardMeters ?? 0);
    }

    private void Area(AisArea area)
    {
        Put("ne_lon", area.NorthEast?.LongitudeDegrees);
        Put("ne_lat", area.NorthEast?.LatitudeDegrees);
        Put("sw_lon", area.SouthWest?.LongitudeDegrees);
        Put("sw_lat", area.SouthWest?.LatitudeDegrees);
    }

    private void Place(GeoPosition? position)
    {
        Put("lon", position?.LongitudeDegrees);
        Put("lat", position?.LatitudeDegrees);
    }

    private void Data(AisBinaryData data) => _members["data"] = string.Create(
        CultureInfo.InvariantCulture, $"{data.BitCount}:{Convert.ToHexStringLower([.. data.Bytes])}");

    private void Moment(string name, AisMoment moment) => _members[name] = moment;

    private void Radio(AisCommunicationState state, bool selector)
    {
        Put("radio", state.Raw | (selector && state.IsIncremental ? 1u << 19 : 0));
        Put("commstate_cs_fill", state.Raw);
        Put("sync_state", state.SyncState);
        Put("slot_timeout", state.SlotTimeout);
        Put("slot_number", state.SlotNumber);
        Put("received_stations", state.ReceivedStations);
        Put("slot_offset", state.SlotOffset);
        Put("slot_increment", state.SlotIncrement);
        Put("slots_to_allocate", state.SlotsToAllocate);
        Put("keep_flag", state.IsSlotKept);
    }

    private static string Numbered(string name, int index) =>
        name + (index + 1).ToString(CultureInfo.InvariantCulture);

    private void Put(string name, object? value) => _members[name] = value switch
    {
        null or string or bool => value,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };
}
