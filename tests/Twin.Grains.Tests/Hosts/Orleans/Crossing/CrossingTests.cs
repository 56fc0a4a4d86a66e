using System.Reflection;
using Orleans.Runtime.Placement;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.States;

namespace Twin.Grains.Tests.Hosts.Orleans.Crossing;

/// <summary>Whatever a grain may be sent or may answer is the same on another silo.</summary>
public sealed class CrossingTests
{
    // What crosses though no grain of the twin names it: failures, and what silos tell one another.
    private static readonly Type[] Others =
        [typeof(ObservationLogException), typeof(StateStoreException), typeof(RollupChange)];

    [Fact]
    public async Task Every_argument_and_result_of_every_grain_is_the_same_on_the_other_silo()
    {
        await using var host = await GrainHost.StartAsync(_ => { });
        var (here, there) = await TwoSilosApartAsync(host);
        var differences = new List<string>();
        var types = Exchanged().Concat(Others).ToArray();

        foreach (var sample in types.SelectMany(new Samples().AllOf))
        {
            var difference = await CrossAsync(here, there, sample);
            if (difference is not null)
            {
                differences.Add(difference);
            }
        }

        Assert.Contains(typeof(ReportMessage), types);
        Assert.Contains(typeof(AggregatesMessage), types);
        Assert.Empty(differences);
    }

    [Fact]
    public async Task A_list_made_by_a_collection_expression_crosses_whatever_its_type()
    {
        await using var host = await GrainHost.StartAsync(_ => { });
        var (here, _) = await TwoSilosApartAsync(host);

        for (var times = 0; times <= 4; times++)
        {
            Assert.Equal(Enumerable.Repeat("x", times), await here.Repeat("x", times), StringComparer.Ordinal);
        }
    }

    [Fact]
    public void A_member_that_arrives_changed_is_found()
    {
        var sent = new RejectedObservation(1, new Refusal("code", "detail", "hint"));
        var received = sent with { Refusal = sent.Refusal with { Hint = string.Empty } };

        var difference = Likeness.Difference(sent, received, "message");

        Assert.Null(Likeness.Difference(sent, sent with { }, "message"));
        Assert.Contains("message.Refusal.Hint", difference, StringComparison.Ordinal);
    }

    private static async Task<string?> CrossAsync(IEchoGrain here, string there, object sample)
    {
        var name = sample.GetType().Name;
        try
        {
            var answer = await here.Send(there, sample);
            return sample is Exception failure
                ? Likeness.Difference(failure.Message, (answer as Exception)?.Message, name)
                : Likeness.Difference(sample, answer, name);
        }
#pragma warning disable CA1031 // Any failure to cross is a finding.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"{name}: {exception.Message}";
        }
    }

    private static async Task<(IEchoGrain Here, string There)> TwoSilosApartAsync(GrainHost host)
    {
        var grains = host.Cluster.Silos.Select(silo => silo.SiloAddress).Select(silo =>
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
            var key = silo.ToString();
            return (Key: key, Silo: host.Grains.GetGrain<IEchoGrain>(key).Where());
        }).ToArray();
        var silos = await Task.WhenAll(grains.Select(grain => grain.Silo));
        RequestContext.Clear();

        Assert.Equal(silos.Length, silos.Distinct(StringComparer.Ordinal).Count());
        return (host.Grains.GetGrain<IEchoGrain>(grains[0].Key), grains[1].Key);
    }

    /// <summary>
    /// Enumerations apart: sent as an object, as everything is here, they arrive as their number; sent as a parameter
    /// the method says what they are.
    /// </summary>
    private static IEnumerable<Type> Exchanged() =>
        typeof(IAdministrativeUnitGrain).Assembly.GetExportedTypes()
            .Where(type => type.IsInterface && type.IsAssignableTo(typeof(IAddressable)))
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(Result(method)))
            .Where(type => !type.IsEnum && type != typeof(void) && type != typeof(CancellationToken)
                && !type.IsAssignableTo(typeof(IAddressable)))
            .Distinct();

    /// <summary>What is awaited: of a task, or one after the other of a stream.</summary>
    private static Type Result(MethodInfo method) =>
        method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(void);
}
