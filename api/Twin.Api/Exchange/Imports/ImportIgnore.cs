using System.Collections.Immutable;

namespace Twin.Api.Exchange.Imports;

/// <summary>Lines to pass over.</summary>
/// <param name="Column">The column to look at.</param>
/// <param name="Is">The texts that make a line one to pass over, whatever their case and marks.</param>
internal sealed record ImportIgnore(string Column, ImmutableArray<string> Is);
