namespace Twin.Geo.Filters;

/// <summary>Something that a filter lets through or not.</summary>
public interface IFilterSubject
{
    /// <summary>
    /// The value of the property at that place of the list that the filter was made with, of the type that the list
    /// says; <c>null</c> where it has none.
    /// </summary>
    object? ValueOf(int index);
}
