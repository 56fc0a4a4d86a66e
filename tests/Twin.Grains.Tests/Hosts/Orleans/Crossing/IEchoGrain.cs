namespace Twin.Grains.Tests.Hosts.Orleans.Crossing;

/// <summary>Says again what it is told, or has another say it.</summary>
public interface IEchoGrain : IGrainWithStringKey
{
    /// <summary>The silo on which it lives.</summary>
    Task<string> Where();

    /// <summary>Gives the value back.</summary>
    Task<object> Echo(object value);

    /// <summary>Gives the value back a number of times, in the list that a collection expression makes of it.</summary>
    Task<IReadOnlyList<string>> Repeat(string value, int times);

    /// <summary>Sends the value to another one of these and gives back what that one answers.</summary>
    Task<object> Send(string other, object value);
}
