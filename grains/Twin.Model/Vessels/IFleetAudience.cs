namespace Twin.Model.Vessels;

/// <summary>Those who watch vessels through this process, whichever silo the vessels are on.</summary>
public interface IFleetAudience : IFleetListener;
