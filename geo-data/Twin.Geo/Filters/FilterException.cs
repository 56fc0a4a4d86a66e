namespace Twin.Geo.Filters;

/// <summary>Why a filter cannot be taken; caught where it is read and never seen outside.</summary>
internal sealed class FilterException(string place, string detail, string hint) : Exception(detail)
{
    /// <summary>Where it is wrong.</summary>
    public string Place => place;

    /// <summary>What to do.</summary>
    public string Hint => hint;
}
