using System.Globalization;
using Twin.Model.States;

namespace Twin.Storage.CrashWriter;

/// <summary>States that hold a number, each write one more than the last.</summary>
internal static class NumberedState
{
    /// <summary>The name of a caller's state.</summary>
    public static StateKey Key(string caller) => new("crash", "number", caller);

    /// <summary>What is written for a number.</summary>
    public static byte[] Value(int number) =>
        System.Text.Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number of a state; 0 when there is none yet.</summary>
    public static int Number(StoredState? state) => state is null
        ? 0
        : int.Parse(System.Text.Encoding.UTF8.GetString(state.Value.Span), CultureInfo.InvariantCulture);
}
