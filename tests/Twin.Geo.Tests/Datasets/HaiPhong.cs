using System.Globalization;
using Twin.Geo.Datasets;
using Twin.Model.Units;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

/// <summary>The default dataset, read once with all its plans; it is immutable, so tests may share it.</summary>
internal static class HaiPhong
{
    private static readonly Lazy<CityDataset> Lazy = new(() =>
    {
        var reading = DatasetReader.Read(Folder, new DatasetReaderOptions { AllPlans = true });
        if (reading is DatasetReading.Refused refused)
        {
            Assert.Fail(string.Join(Environment.NewLine, refused.Problems));
        }

        return Assert.IsType<DatasetReading.Loaded>(reading).Dataset;
    });

    public static string Folder => ReferenceData.DatasetFolder("hai-phong");

    public static CityDataset Dataset => Lazy.Value;

    public static AdministrativeUnitCode Code(string text) =>
        AdministrativeUnitCode.Parse(text, CultureInfo.InvariantCulture);
}
