using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Model.Tests.Boundaries;

/// <summary>
/// A random city of three tiers whose communes merge, split, are passed on and renamed several times, and whose
/// districts go in the end; from a seed.
/// </summary>
internal sealed class RandomReform
{
    private readonly Random _random;
    private readonly List<AdministrativeUnit> _versions = [];
    private readonly List<Succession> _successions = [];
    private readonly Dictionary<string, AdministrativeUnit> _communes = new(StringComparer.Ordinal);
    private int _next = 10_000;

    public RandomReform(int seed)
    {
        _random = new Random(seed);
        Dates = [new DateOnly(2020, 1, 1)];
        var districts = _random.Next(1, 4);
        _versions.Add(Unit("31", AdministrativeLevel.City, null, Dates[0]));
        for (var d = 0; d < districts; d++)
        {
            _versions.Add(Unit(District(d), AdministrativeLevel.District, "31", Dates[0]));
            for (var c = _random.Next(1, 6); c > 0; c--)
            {
                Begin(District(d), Dates[0]);
            }
        }

        for (var step = _random.Next(1, 5); step > 0; step--)
        {
            var date = Dates[^1].AddDays(_random.Next(1, 400));
            Reform(date, abolish: step == 1);
            Dates.Add(date);
        }

        City = TestCity.Create() with
        {
            Tree = new AdministrativeTree(_versions.Concat(_communes.Values)),
            Successions = [.. _successions],
        };
    }

    /// <summary>The first days of the trees, oldest first.</summary>
    public List<DateOnly> Dates { get; }

    public CityDefinition City { get; }

    private static string District(int number) => FormattableString.Invariant($"D{number}");

    private static AdministrativeUnit Unit(
        string code, AdministrativeLevel level, string? upper, DateOnly from) => new()
        {
            Code = TestCity.Code(code),
            Level = level,
            KindVi = "Phường",
            NameVi = code,
            NameAscii = code,
            NameEn = code,
            UpperUnit = upper is null ? null : TestCity.Code(upper),
            ValidFrom = from,
        };

    private void Reform(DateOnly date, bool abolish)
    {
        if (abolish)
        {
            foreach (var (i, district) in _versions.Index().Where(u => u.Item is
                { Level: AdministrativeLevel.District, ValidTo: null }).ToArray())
            {
                _versions[i] = district with { ValidTo = date.AddDays(-1) };
            }
        }

        var pending = new Queue<AdministrativeUnit>(_communes.Values.OrderBy(_ => _random.Next()).ToArray());
        while (pending.TryDequeue(out var commune))
        {
            var upper = abolish ? "31" : commune.UpperUnit!.Value.Value;
            if (abolish || _random.Next(3) > 0)
            {
                End(commune, date);
                var into = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Begin(upper, date)).ToArray();
                Divide(commune, into, date);
                // Some are merged into what another has just become.
                for (var more = _random.Next(3); more > 0 && pending.TryDequeue(out var other); more--)
                {
                    End(other, date);
                    Divide(other, into[..1], date);
                }
            }
        }
    }

    private void Divide(AdministrativeUnit commune, string[] into, DateOnly date)
    {
        var weights = into.Select(_ => 0.05 + _random.NextDouble()).ToArray();
        var sum = weights.Sum();
        // Printed with four decimals, so that they do not quite add up.
        var isPrinted = _random.Next(3) > 0;
        for (var i = 0; i < into.Length; i++)
        {
            double? share = isPrinted ? Math.Round(weights[i] / sum, 4) : weights[i] / sum;
            share = _random.Next(12) == 0 ? null : share;
            _successions.Add(new Succession(
                date,
                commune.Code,
                TestCity.Code(into[i]),
                into.Length == 1,
                into.Length == 1 ? 1 : share,
                "official"));
        }
    }

    private string Begin(string upper, DateOnly date)
    {
        var code = FormattableString.Invariant($"{_next++}");
        _communes[code] = Unit(code, AdministrativeLevel.Commune, upper, date) with
        {
            AreaSquareKilometers = _random.Next(5) == 0 ? null : 1 + (20 * _random.NextDouble()),
            Population = _random.Next(2) == 0 ? null : _random.Next(1_000, 90_000),
        };
        return code;
    }

    private void End(AdministrativeUnit commune, DateOnly date)
    {
        _communes.Remove(commune.Code.Value);
        _versions.Add(commune with { ValidTo = date.AddDays(-1) });
    }
}
