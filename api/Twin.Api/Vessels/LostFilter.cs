using Twin.Api.Alerts;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Which lost vessels are wanted, and which of their episodes.</summary>
internal sealed class LostFilter
{
    /// <summary>The states of contact that an episode can be in.</summary>
    public static readonly string[] Clocks = ["lost", "longLost"];

    private VesselFilter _vessels = new();
    private IReadOnlyList<LostSlot> _slots = [];
    private string[] _clocks = [];
    private DateTimeOffset? _from;
    private DateTimeOffset? _to;
    private DateTimeOffset? _silentSince;
    private bool _withEnded;

    /// <summary>Reads the parameters; what is wrong stays in the reader.</summary>
    public static LostFilter Read(QueryReader query, CityDefinition city, DateTimeOffset now)
    {
        var filter = new LostFilter
        {
            _vessels = VesselFilter.ReadIdentity(query, city),
            _slots = query.ReadNames<LostSlot>("lostSlot"),
            _clocks = ReadClocks(query),
            _from = query.PastInstant("from", now),
            _to = query.PastInstant("to", now),
            _silentSince = query.PastInstant("silentSince", now),
            _withEnded = query.Flag("ended") ?? false,
        };
        if (filter._from > filter._to)
        {
            query.Refuse("from", "It must not be after 'to'.");
        }

        if (filter is { _withEnded: true, _silentSince: not null })
        {
            query.Refuse("silentSince", "Vessels that have been heard again are not silent; leave one of the two out.");
        }

        return filter;
    }

    /// <summary>The episodes of a vessel that are wanted, oldest first; none where the vessel is not.</summary>
    public IReadOnlyList<ContactEpisode> Episodes(VesselStanding standing) =>
        _vessels.Matches(standing) ? [.. standing.Episodes.Where(Matches)] : [];

    /// <summary>Whether older episodes, which are no longer kept, may have been wanted too.</summary>
    public bool MayLackSome(VesselStanding standing) =>
        _withEnded && standing.EpisodeCount > standing.Episodes.Length
        && (_from is not { } from || standing.Episodes[0].LastHeard >= from);

    private bool Matches(ContactEpisode episode) =>
        (_withEnded || episode.HeardAgain is null)
        && (_slots.Count == 0 || _slots.Contains(LostSlots.Of(episode.LastHeard)))
        && (_clocks.Length == 0 || _clocks.Contains(Clocks[episode.IsLong ? 1 : 0], StringComparer.Ordinal))
        && (_from is not { } from || episode.LastHeard >= from)
        && (_to is not { } to || episode.LastHeard <= to)
        && (_silentSince is not { } since || episode.LastHeard <= since);

    private static string[] ReadClocks(QueryReader query)
    {
        if (query.Text("contact") is not { } text)
        {
            return [];
        }

        var words = text.Split(',', StringSplitOptions.TrimEntries);
        if (!words.All(word => Clocks.Contains(word, StringComparer.Ordinal)))
        {
            query.Refuse("contact", $"Use: {string.Join(", ", Clocks)}.");
        }

        return words;
    }
}
