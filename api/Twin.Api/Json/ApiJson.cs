using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Api.Alerts;
using Twin.Api.Cascades;
using Twin.Api.Catalogues;
using Twin.Api.Cities;
using Twin.Api.Duties;
using Twin.Api.Exchange.Imports;
using Twin.Api.Exchange.Maps;
using Twin.Api.Explanations;
using Twin.Api.Features;
using Twin.Api.Hosting;
using Twin.Api.Lists;
using Twin.Api.Live;
using Twin.Api.Observations;
using Twin.Api.Operations;
using Twin.Api.Places;
using Twin.Api.Plans;
using Twin.Api.Problems;
using Twin.Api.Quality;
using Twin.Api.Space;
using Twin.Api.Space.Moving;
using Twin.Api.Statistics;
using Twin.Api.Vessels;
using Twin.Api.Vessels.Register;
using Twin.Api.Vessels.Tracks;
using Twin.Api.Webhooks;
using Twin.Geo.Formats;
using Twin.Geo.Repair;
using Twin.Model.Alerts;
using Twin.Model.Boundaries;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Places;
using Twin.Model.Plans;
using Twin.Model.Plans.Cascades;
using Twin.Model.Quality;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Api.Json;

/// <summary>Everything that the API writes as JSON, with the code to write it generated at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(OperationsAnswer))]
[JsonSerializable(typeof(CityAnswer))]
[JsonSerializable(typeof(UnitAnswer))]
[JsonSerializable(typeof(ListAnswer<UnitSuccessionAnswer>))]
[JsonSerializable(typeof(ListAnswer<UnitAnswer>))]
[JsonSerializable(typeof(FigureAnswer))]
[JsonSerializable(typeof(RollupAnswer))]
[JsonSerializable(typeof(ListAnswer<FigureAnswer>))]
[JsonSerializable(typeof(ListAnswer<ListedRollupAnswer>))]
[JsonSerializable(typeof(ListAnswer<ScorecardItemAnswer>))]
[JsonSerializable(typeof(ExplanationAnswer))]
[JsonSerializable(typeof(CascadeRequest))]
[JsonSerializable(typeof(CascadeAnswer))]
[JsonSerializable(typeof(MatrixAnswer))]
[JsonSerializable(typeof(ListAnswer<RankedFigureAnswer>))]
[JsonSerializable(typeof(MilestonesAnswer))]
[JsonSerializable(typeof(IndicatorAnswer))]
[JsonSerializable(typeof(ListAnswer<IndicatorAnswer>))]
[JsonSerializable(typeof(TargetAnswer))]
[JsonSerializable(typeof(ListAnswer<TargetAnswer>))]
[JsonSerializable(typeof(ListAnswer<PlanAnswer>))]
[JsonSerializable(typeof(AgencyProfileAnswer))]
[JsonSerializable(typeof(ListAnswer<AgencyAnswer>))]
[JsonSerializable(typeof(AlertAnswer))]
[JsonSerializable(typeof(AlertNoticeAnswer))]
[JsonSerializable(typeof(AlertActionRequest))]
[JsonSerializable(typeof(ListAnswer<AlertAnswer>))]
[JsonSerializable(typeof(ListAnswer<AlertRuleAnswer>))]
[JsonSerializable(typeof(CaseAnswer))]
[JsonSerializable(typeof(CaseRequest))]
[JsonSerializable(typeof(ListAnswer<CaseAnswer>))]
[JsonSerializable(typeof(WebhookAnswer))]
[JsonSerializable(typeof(WebhookRequest))]
[JsonSerializable(typeof(ListAnswer<WebhookAnswer>))]
[JsonSerializable(typeof(ListAnswer<DeliveryAnswer>))]
[JsonSerializable(typeof(RedeliveryAnswer))]
[JsonSerializable(typeof(WebhookTestAnswer))]
[JsonSerializable(typeof(TestNoticeAnswer))]
[JsonSerializable(typeof(DutyMarkRequest))]
[JsonSerializable(typeof(DutyAnswer))]
[JsonSerializable(typeof(ListAnswer<DutyAnswer>))]
[JsonSerializable(typeof(ListAnswer<DutySummaryAnswer>))]
[JsonSerializable(typeof(ListAnswer<DutyDefinitionAnswer>))]
[JsonSerializable(typeof(DutyCalendarAnswer))]
[JsonSerializable(typeof(ListAnswer<UnitQualityAnswer>))]
[JsonSerializable(typeof(UnitQualityDetailAnswer))]
[JsonSerializable(typeof(QuarantineRequest))]
[JsonSerializable(typeof(HeldAnswer))]
[JsonSerializable(typeof(ListAnswer<HeldAnswer>))]
[JsonSerializable(typeof(ReceiptAnswer))]
[JsonSerializable(typeof(ReportProblem))]
[JsonSerializable(typeof(ListAnswer<HistoryItemAnswer>))]
[JsonSerializable(typeof(RollupEventAnswer))]
[JsonSerializable(typeof(CityEventAnswer))]
[JsonSerializable(typeof(ForecastAnswer))]
[JsonSerializable(typeof(ImportAnswer))]
[JsonSerializable(typeof(BoundaryImportAnswer))]
[JsonSerializable(typeof(MapProblem))]
[JsonSerializable(typeof(PlaceImportAnswer))]
[JsonSerializable(typeof(PlaceInspectionAnswer))]
[JsonSerializable(typeof(InspectionAnswer))]
[JsonSerializable(typeof(CityChangeRequest))]
[JsonSerializable(typeof(CityChangeAnswer))]
[JsonSerializable(typeof(ListAnswer<CityChangeAnswer>))]
[JsonSerializable(typeof(ChangeReportAnswer))]
[JsonSerializable(typeof(ChangeProblem))]
[JsonSerializable(typeof(PlanReportAnswer))]
[JsonSerializable(typeof(PlanProblem))]
[JsonSerializable(typeof(PlanInspectionAnswer))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(PlaceUnitsAnswer))]
[JsonSerializable(typeof(ListAnswer<ReferenceSystemAnswer>))]
[JsonSerializable(typeof(BufferRequest))]
[JsonSerializable(typeof(TransformRequest))]
[JsonSerializable(typeof(TransformAnswer))]
[JsonSerializable(typeof(AreaRequest))]
[JsonSerializable(typeof(AreaAnswer))]
[JsonSerializable(typeof(VesselSearchRequest))]
[JsonSerializable(typeof(ListAnswer<VesselPlaceAnswer>))]
[JsonSerializable(typeof(VesselAnswer))]
[JsonSerializable(typeof(ListAnswer<TrackAnswerBody>))]
[JsonSerializable(typeof(VesselRequest))]
[JsonSerializable(typeof(VesselMapping))]
[JsonSerializable(typeof(VesselImportAnswer))]
[JsonSerializable(typeof(ListAnswer<RegisterEntryAnswer>))]
[JsonSerializable(typeof(ListAnswer<SiteAnswer>))]
[JsonSerializable(typeof(PlaceHistoryAnswer))]
[JsonSerializable(typeof(ListAnswer<VesselAnswer>))]
[JsonSerializable(typeof(FleetPositionsAnswer))]
[JsonSerializable(typeof(FleetPastAnswer))]
[JsonSerializable(typeof(FleetSummaryAnswer))]
[JsonSerializable(typeof(LostVesselsAnswer))]
[JsonSerializable(typeof(TrackAnswerBody))]
[JsonSerializable(typeof(ListAnswer<FeedAnswer>))]
[JsonSerializable(typeof(PositionsAnswer))]
[JsonSerializable(typeof(PositionProblem))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Makes options write as the API does.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        // Vietnamese and links stay readable in a terminal. Safe, because answers are never put into a page's markup:
        // they go out as JSON with nosniff.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new UtcInstantConverter());
        options.Converters.Add(new CamelCaseEnumConverter<AdministrativeLevel>());
        options.Converters.Add(new CamelCaseEnumConverter<AggregationKind>());
        options.Converters.Add(new CamelCaseEnumConverter<AlertEventKind>());
        options.Converters.Add(new CamelCaseEnumConverter<AlertRuleKind>());
        options.Converters.Add(new CamelCaseEnumConverter<AlertSeverity>());
        options.Converters.Add(new CamelCaseEnumConverter<AlertState>());
        options.Converters.Add(new CamelCaseEnumConverter<Geo.Coordinates.AxisOrder>());
        options.Converters.Add(new CamelCaseEnumConverter<CaseStage>());
        options.Converters.Add(new CamelCaseEnumConverter<ComponentNormalization>());
        options.Converters.Add(new CamelCaseEnumConverter<ComponentPeriod>());
        options.Converters.Add(new CamelCaseEnumConverter<DutyState>());
        options.Converters.Add(new CamelCaseEnumConverter<DutyMarkKind>());
        options.Converters.Add(new CamelCaseEnumConverter<ExplanationHow>());
        options.Converters.Add(new CamelCaseEnumConverter<IndicatorDirection>());
        options.Converters.Add(new CamelCaseEnumConverter<MeasureKind>());
        options.Converters.Add(new CamelCaseEnumConverter<MissingComponents>());
        options.Converters.Add(new CamelCaseEnumConverter<QualityDimension>());
        options.Converters.Add(new CamelCaseEnumConverter<QuarantineDecisionKind>());
        options.Converters.Add(new CamelCaseEnumConverter<QuarantineState>());
        options.Converters.Add(new CamelCaseEnumConverter<ShareBasis>());
        options.Converters.Add(new CamelCaseEnumConverter<ShareMethod>());
        options.Converters.Add(new CamelCaseEnumConverter<CascadeMethod>());
        options.Converters.Add(new CamelCaseEnumConverter<MilestoneState>());
        options.Converters.Add(new CamelCaseEnumConverter<PathwayKind>());
        options.Converters.Add(new CamelCaseEnumConverter<PeriodFrequency>());
        options.Converters.Add(new CamelCaseEnumConverter<TargetComparator>());
        options.Converters.Add(new CamelCaseEnumConverter<TargetKind>());
        options.Converters.Add(new CamelCaseEnumConverter<TargetStatus>());
        options.Converters.Add(new CamelCaseEnumConverter<ImportNumbers>());
        AddWordsOfSpace(options);
        options.TypeInfoResolverChain.Insert(0, Default);
    }

    // Enumerations of vessels, places and maps.
    private static void AddWordsOfSpace(JsonSerializerOptions options)
    {
        options.Converters.Add(new CamelCaseEnumConverter<CaseChannel>());
        options.Converters.Add(new CamelCaseEnumConverter<CaseResolution>());
        options.Converters.Add(new CamelCaseEnumConverter<VesselConcernKind>());
        options.Converters.Add(new CamelCaseEnumConverter<ZoneKind>());
        options.Converters.Add(new CamelCaseEnumConverter<PlaceAction>());
        options.Converters.Add(new CamelCaseEnumConverter<MapFormat>());
        options.Converters.Add(new CamelCaseEnumConverter<RepairKind>());
        options.Converters.Add(new CamelCaseEnumConverter<ContactState>());
        options.Converters.Add(new CamelCaseEnumConverter<LostSlot>());
        options.Converters.Add(new CamelCaseEnumConverter<NavigationalStatus>());
        options.Converters.Add(new CamelCaseEnumConverter<PaperKind>());
        options.Converters.Add(new CamelCaseEnumConverter<PaperState>());
        options.Converters.Add(new CamelCaseEnumConverter<SizeClass>());
    }
}
