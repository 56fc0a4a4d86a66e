using Orleans;

namespace Twin.Embedded.Tests.Grains;

internal sealed class EveryKindGrain : Grain, IEveryKindGrain
{
    public Task DoNothing() => Task.CompletedTask;

    public ValueTask DoNothingAsValue() => ValueTask.CompletedTask;

    public Task<int> Add(int a, int b) => Task.FromResult(a + b);

    public ValueTask<int> AddAsValue(int a, int b) => new(a + b);

    public async ValueTask<int> AddLater(int a, int b)
    {
        await Task.Yield();
        return a + b;
    }

    public Task<object?> Echo(object? value) => Task.FromResult(value);

    public Task<int> Nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) =>
        Task.FromResult(a + b + c + d + e + f + g + h + i);

    public Task<(double Number, char Letter, DayOfWeek Day)> Mixed(double number, char letter, DayOfWeek day) =>
        Task.FromResult((number, letter, day));

    public Task<string> Overload(int value) => Task.FromResult("number");

    public Task<string> Overload(string value) => Task.FromResult("text");

    public Task<string> Inherited() => Task.FromResult("base");
}
