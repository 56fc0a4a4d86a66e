namespace Twin.Embedded.Tests.Grains;

/// <summary>Every kind of method that a grain interface may have.</summary>
public interface IEveryKindGrain : IBaseKindGrain
{
    Task DoNothing();

    ValueTask DoNothingAsValue();

    Task<int> Add(int a, int b);

    ValueTask<int> AddAsValue(int a, int b);

    ValueTask<int> AddLater(int a, int b);

    Task<object?> Echo(object? value);

    Task<int> Nine(int a, int b, int c, int d, int e, int f, int g, int h, int i);

    Task<(double Number, char Letter, DayOfWeek Day)> Mixed(double number, char letter, DayOfWeek day);

    Task<string> Overload(int value);

    Task<string> Overload(string value);

    Task<string> WithBody() => Task.FromResult("default");
}
