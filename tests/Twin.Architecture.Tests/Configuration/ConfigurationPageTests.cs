using System.ComponentModel.DataAnnotations;
using Twin.Api.Hosting;
using Twin.Embedded;
using Twin.Silo;
using Twin.Storage;

namespace Twin.Architecture.Tests.Configuration;

public sealed class ConfigurationPageTests
{
    private const string PagePath = "docs/reference/configuration.md";

    private static IReadOnlyList<Type> Types => ConfigurationPage.OptionsTypes(
        typeof(TwinOptions).Assembly,
        typeof(TwinApiOptions).Assembly,
        typeof(SqliteObservationLogOptions).Assembly,
        typeof(EmbeddedGrainOptions).Assembly);

    [Fact]
    public void The_page_of_settings_is_what_the_options_types_say()
    {
        var expected = ConfigurationPage.Render(Types, XmlDocumentation.Of);
        if (Environment.GetEnvironmentVariable("TWIN_REWRITE_PAGES") is "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, PagePath), expected);
        }

        Assert.Equal(expected, Repository.Text(PagePath));
    }

    [Fact]
    public void The_program_s_own_options_come_first_and_those_of_a_section_name_it()
    {
        Assert.Equal(typeof(TwinOptions), Types[0]);
        Assert.Contains(typeof(TwinApiOptions), Types);

        var page = ConfigurationPage.Render(Types, XmlDocumentation.Of);

        Assert.Contains("(`TWIN_URLS`, default `http://127.0.0.1:8080`)", page, StringComparison.Ordinal);
        Assert.Contains("`TWIN_API__MAXLINEBYTES`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_shows_its_default_its_bounds_and_what_it_means()
    {
        var documentation = XmlDocumentation.Parse(
            $"""
            <doc><members>
            <member name="T:{typeof(SampleOptions).FullName}"><summary>Sample.</summary></member>
            <member name="P:{typeof(SampleOptions).FullName}.Wait"><summary>
              How long <c>it</c> waits; see <see cref="P:A.B.Other"/>,
              or <see langword="null"/>.
            </summary></member>
            </members></doc>
            """);

        var page = ConfigurationPage.Render([typeof(SampleOptions)], _ => documentation);

        Assert.EndsWith(
            "\n## SampleOptions\n\nSample. Section `Sample`.\n\n"
            + "- **Wait** (`TWIN_SAMPLE__WAIT`, default `00:00:05`, from `00:00:01` to `00:01:00`): "
            + "How long `it` waits; see `Other`, or `null`.\n",
            page.Replace("\n  ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.All(page.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    private sealed class SampleOptions
    {
        public const string Section = "Sample";

        [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
        public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(5);
    }
}
