using System.Text;
using Twin.Geo.Datasets;

namespace Twin.Geo.Tests.Datasets;

/// <summary>
/// The smallest dataset that has everything: a city of two communes that merge, one indicator, one plan. Tests spoil
/// one thing in it. Its folder is deleted in the end.
/// </summary>
internal sealed class SmallDataset : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("twin-dataset-").FullName;

    public SmallDataset()
    {
        Write("dataset.json", """
            {
              "id": "small", "titleVi": "Nhỏ", "titleEn": "Small", "publisher": "A test", "date": "2025-01-01",
              "licence": { "id": "CC-BY-4.0", "url": "https://creativecommons.org/licenses/by/4.0/" },
              "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
              "sources": [ { "name": "A test", "usedFor": "everything" } ]
            }
            """);
        Write("units.csv", """
            code,level,kind_vi,name_vi,name_ascii,name_en,upper_unit,valid_from,valid_to,area_km2,population,longitude,latitude
            1,city,Thành phố,Thành phố Một,Thanh pho Mot,Mot City,,2024-01-01,,4,10,0.20,0.10
            11,commune,Xã,Xã Đông,Xa Dong,Dong Commune,1,2024-01-01,2024-12-31,3,6,0.10,0.10
            12,commune,Xã,Xã Tây,Xa Tay,Tay Commune,1,2024-01-01,2024-12-31,1,,0.30,0.10
            13,commune,Phường,Phường Mới,Phuong Moi,Moi Ward,1,2025-01-01,,4,10,0.20,0.10
            """);
        Write("outline.csv", """
            ring,sequence,longitude,latitude
            land,1,0.00,0.00
            land,2,0.40,0.00
            land,3,0.40,0.20
            land,4,0.00,0.20
            """);
        Write("successions.csv", """
            date,predecessor,successor,extent,area_share,basis
            2025-01-01,11,13,whole,1,official
            2025-01-01,12,13,whole,1,official
            2025-01-01,99,13,part,,official
            """);
        Write("area-shares.csv", """
            predecessor_date,date,predecessor,successor,area_share
            2024-12-31,2025-01-01,11,13,1
            2024-12-31,2025-01-01,12,13,0.98
            """);
        Write("measures.csv", """
            code,name_vi,name_en,unit,kind
            HOUSEHOLDS,Số hộ,Households,households,count
            HOUSEHOLDS-SERVED,Số hộ được phục vụ,Households served,households,count
            """);
        Write("indicators.csv", """
            code,name_vi,name_en,unit_of_measure,direction,reporting_level,cadence,owner_agency,owner_agency_id,subsystem,aggregation,numerator_measure,denominator_measure,scale,minimum,maximum,numerator_may_exceed_denominator,decimals
            SERVED,Tỷ lệ hộ,Share served,%,up,commune,P1M,Sở,A1,test,RatioOfSums,HOUSEHOLDS-SERVED,HOUSEHOLDS,100,0,100,false,1
            """);
        Write("plans.csv", """
            id,number,date,title_vi,title_en,place_vi,unit_code,is_default
            P1,1/KH,2024-05,Kế hoạch một,Plan one,Một,1,true
            P2,,2024,Kế hoạch hai,Plan two,Nơi khác,,false
            """);
        Write("targets.csv", """
            id,plan,section,kind,tiers,scope,indicator,name_vi,name_en,comparator,value,value_max,unit,due_date,cadence,owner_agency,owner_agency_id,owner_basis,direction,note
            T1,P1,I,target,city;commune,,SERVED,Tỷ lệ,Share,>=,80,,%,2025-12-31,,Sở,A1,explicit,up,
            T2,P1,I,cadence,zone,,,Chu kỳ,Cycle,=,1,,months,,R2/P1M;P1Y,Sở,,by_role,up,
            T3,P2,I,target,district,,SERVED,Tỷ lệ,Share,between,15,20,%,,,Sở,,inferred,range,
            """);
        Write("agencies.csv", """
            id,plan,section,name_vi,name_en,type,level,upper_agency_id,upper_agency,role,mandate_en,reports_to_id,reports_to,report_cycle,is_group
            A1,P1,I,Sở,Department,so,city,,,lead,,,,P1M,false
            """);
    }

    public DatasetReading Read(DatasetReaderOptions? options = null) => DatasetReader.Read(_folder, options);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text + "\n");

    public void WriteBytes(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(_folder, file), bytes);

    public void Delete(string file) => File.Delete(Path.Combine(_folder, file));

    /// <summary>Replaces the one occurrence of a text.</summary>
    public void Spoil(string file, string text, string replacement)
    {
        var path = Path.Combine(_folder, file);
        var whole = File.ReadAllText(path, Encoding.UTF8);
        if (whole.Split(text).Length != 2)
        {
            throw new ArgumentException($"'{text}' must stand in {file} once.", nameof(text));
        }

        File.WriteAllText(path, whole.Replace(text, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
