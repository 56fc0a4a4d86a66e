using System.CommandLine;

namespace Twin.Silo.Commands;

/// <summary>The command line.</summary>
internal static class TwinCommand
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons (default http://127.0.0.1:8080; TWIN_URLS).",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the observation log (default ./data; TWIN_DATA).",
    };

    private static readonly Option<string?> Dataset = new("--dataset")
    {
        Description = "Name or folder of the city's dataset (default hai-phong; TWIN_DATASET).",
        Recursive = true,
    };

    private static readonly Option<string?> Plans = new("--plans")
    {
        Description = "Ids of the plans to load, separated by commas, or 'all' (default: the dataset's; TWIN_PLANS).",
    };

    private static readonly Option<bool> NoDemo = new("--no-demo")
    {
        Description = "Start an empty city: make no demonstration observations (TWIN_DEMO=false).",
    };

    /// <summary>The root command runs the city; the others work on its files.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Twin: a citywide digital twin.") { Urls, Data, Dataset, Plans, NoDemo };
        root.SetAction((parsed, cancellationToken) => RunCommand.RunAsync(
            options =>
            {
                options.Urls = parsed.GetValue(Urls) ?? options.Urls;
                options.Data = parsed.GetValue(Data) ?? options.Data;
                options.Dataset = parsed.GetValue(Dataset) ?? options.Dataset;
                options.Plans = parsed.GetValue(Plans) ?? options.Plans;
                options.Demo = options.Demo && !parsed.GetValue(NoDemo);
            },
            cancellationToken));
        root.Subcommands.Add(BoundariesCommand.Create(Dataset));
        root.Subcommands.Add(FeedCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(BackupCommand.Create(Data));
        root.Subcommands.Add(RestoreCommand.Create(Data));
        root.Subcommands.Add(VerifyCommand.Create(Data, Dataset));
        return root;
    }
}
