using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>A reminder could not be changed.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The constructors are those of Orleans.")]
public sealed class ReminderException(string message) : OrleansException(message);
