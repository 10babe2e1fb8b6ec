import { alarmProperties, readAlarm } from "../../cloudwatch/alarm-definition.ts";
import { metricFilterProperties, readMetricFilter } from "../../cloudwatch/metric-filter.ts";
import { type Deployer, physicalName, readProperties } from "../deployer.ts";

export const deployAlarm: Deployer = (resource, { alarms, context }) => {
  const alarm = readAlarm(
    readProperties(alarmProperties(resource.properties), resource),
    physicalName(resource, 255),
  );
  alarms.push(alarm);
  const arn = `arn:aws:cloudwatch:${context.region}:${context.account}:alarm:${alarm.name}`;
  return { ref: alarm.name, attributes: { Arn: arn } };
};

export const deployMetricFilter: Deployer = (resource, { metricFilters }) => {
  const properties = readProperties(metricFilterProperties, resource);
  const filter = readMetricFilter(properties);
  // One with dimensions makes no metric without them, and alarms here are on those.
  if (!properties.MetricTransformations[0].Dimensions) metricFilters.push(filter);
  return { ref: resource.physicalName };
};
