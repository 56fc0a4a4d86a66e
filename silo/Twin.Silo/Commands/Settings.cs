using System.ComponentModel.DataAnnotations;
using Twin.Model;

namespace Twin.Silo.Commands;

/// <summary>Reads what the program is told, and refuses what it cannot work with before anything starts.</summary>
internal static class Settings
{
    private const string Prefix = "TWIN_";

    /// <summary>Reads appsettings.json beside the program, then TWIN_* variables, then the command line.</summary>
    /// <returns>Why the settings are refused, or <c>null</c>.</returns>
    public static Refusal? Read(Action<TwinOptions> commandLine, out TwinOptions options)
    {
        options = new TwinOptions();
        try
        {
            new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddEnvironmentVariables(Prefix)
                .Build()
                .Bind(options);
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException)
        {
            return Refuse(exception.Message);
        }

        commandLine(options);
        var results = new List<ValidationResult>();
        var context = new ValidationContext(options);
        return Validator.TryValidateObject(options, context, results, validateAllProperties: true)
            ? null
            : Refuse(string.Join(' ', results.Select(r => r.ErrorMessage)));
    }

    /// <summary>The same sources for whatever reads its options from the host's configuration.</summary>
    public static void AddTo(IConfigurationBuilder configuration) => configuration.AddEnvironmentVariables(Prefix);

    /// <summary>A setting that cannot be used.</summary>
    public static Refusal Refuse(string detail) => new(
        "invalid_parameter", detail, "See docs/reference/configuration.md for the settings and their bounds.");
}
